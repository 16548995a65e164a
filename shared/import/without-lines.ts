import type { SourceText } from './source.ts';

/** The source without some of its lines; what notices say of the others still points at them. */
export function withoutLines(source: SourceText, taken: ReadonlySet<number>): SourceText {
  if (taken.size === 0) return source;
  const moved: number[] = [];
  let kept = 0;
  for (let at = 0; at < source.lines.length; at += 1) {
    moved.push(kept);
    if (!taken.has(at)) kept += 1;
  }
  const notices = source.notices.map((notice) => ({
    ...notice,
    at: notice.at === null ? null : (moved[notice.at] ?? kept),
  }));
  return { ...source, lines: source.lines.filter((_, at) => !taken.has(at)), notices };
}
