import type { Paper } from '../../../shared/pack/meeting.ts';

export function newPaper(
  id: string,
  title: string,
  source: Paper['source'],
  appendix: boolean = false,
): Paper {
  return { id, title, source, appendix, exempt: null };
}
