/** The page that stands in a pack where a paper could not be included. */
import path from 'node:path';
import type { Meeting } from '../../../shared/pack/meeting.ts';
import { lineTarget } from '../../../shared/pack/target-names.ts';
import { typesetSheet } from '../export/pdf/sheet.ts';
import type { FailedPaper } from './failed-papers.ts';
import type { PreparedPaper } from './prepare.ts';
import { standBy } from './stand-by.ts';

export const LEFT_OUT_HEADING = 'This paper could not be included';

/**
 * The public reads it too, so it says nothing of files and why they fail.
 * @param at of the paper among those of the pack.
 * @param called the item: "Agenda Item 6".
 */
export async function leftOutPaper(
  { of, file: name, error }: FailedPaper,
  at: number,
  { meeting, called, folder }: { meeting: Meeting; called: string; folder: string },
): Promise<PreparedPaper> {
  const { paper, item, exempt } = of;
  const own = paper.title === item.title ? item.title : `${item.title}: ${paper.title}`;
  const sheet = {
    name: called,
    heading: LEFT_OUT_HEADING,
    title: own,
    lines: [
      'It could not be read when this pack was put together, and this page holds its place. If it is published later, a supplement will have it under page numbers of its own.',
      ...askFor(meeting),
    ],
    target: lineTarget(item.id),
    link: 'Back to the agenda',
  };
  const data = { title: paper.title, sheets: [sheet] };
  const { pdf, pages } = await typesetSheet('pack-notice', data);
  const file = path.join(folder, `left-out-${at}.pdf`);
  await standBy(file, pdf);
  const whole = { file, pages };
  return {
    ...of,
    called,
    name,
    origin: 'ours',
    sha256: null,
    whole,
    open: exempt === null ? whole : null,
    passages: [],
    marking: null,
    opened: null,
    content: { type: 'failed', error },
  };
}

function askFor({ contact }: Meeting): string[] {
  const ways = [contact.name, contact.telephone, contact.email].map((way) => way.trim()).filter(Boolean);
  return ways.length === 0 ? [] : [`For the paper, ask ${ways.join(', ')}.`];
}
