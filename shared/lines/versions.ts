/** When a change of a standing line is a new version, about which every use of it asks. */
import type { LineBody, LineWords } from './line.ts';
import { saidByLine, spelledOut } from './said.ts';

/** Other words make a new version; other type, evidence, title or tags do not. */
export function isNewVersion(before: LineWords, after: LineWords): boolean {
  return spelledOut(saidByLine(before)) !== spelledOut(saidByLine(after));
}

/** Without empty details and tags that are there already, whatever their case. */
export function tidied<Body extends LineBody>(body: Body): Body {
  const seen = new Set<string>();
  const tags = body.tags.filter((tag) => {
    const key = tag.toLocaleLowerCase('en-GB');
    return !seen.has(key) && seen.add(key);
  });
  const details = body.details.filter(({ content }) =>
    content.some((inline) => inline.type === 'text' && inline.text.trim() !== ''),
  );
  return { ...body, tags, details };
}
