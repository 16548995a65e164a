/** A standing line as its form has it, and back. */
import type { DetailName } from '../../../shared/document/schema.ts';
import { blockRules } from '../../../shared/document/structure.ts';
import type { LineBody, LineKind } from '../../../shared/lines/line.ts';
import { marked, unmarked } from '../../../shared/lines/marked.ts';
import { tidied } from '../../../shared/lines/versions.ts';
import { type LineAbout, tagsFrom } from '../line-fields.tsx';

export interface LineForm {
  readonly about: LineAbout;
  /** As in `shared/lines/marked.ts`. */
  readonly words: string;
  readonly details: Readonly<Partial<Record<DetailName, string>>>;
}

/** What stands under such a line. */
export function detailsOfKind(kind: LineKind): readonly DetailName[] {
  return kind === 'fact' ? [] : (blockRules[kind].details?.names ?? []);
}

export function formOf(body: LineBody): LineForm {
  return {
    about: { title: body.title, kind: body.kind, tags: body.tags.join(', ') },
    words: marked(body.content),
    details: Object.fromEntries(body.details.map(({ detail, content }) => [detail, marked(content)])),
  };
}

export function blankForm(kind: LineKind): LineForm {
  return { about: { title: '', kind, tags: '' }, words: '', details: {} };
}

/** @param before what the form was filled with; null: nothing. */
export function bodyOf({ about, words, details }: LineForm, before: LineBody | null): LineBody {
  const own = detailsOfKind(about.kind);
  // Details of another kind stay with the line, should it become of that kind again.
  const others = before?.details.filter(({ detail }) => !own.includes(detail)) ?? [];
  const written = own.map((detail) => {
    const was = before?.details.find((each) => each.detail === detail);
    return {
      detail,
      content: unmarked((details[detail] ?? '').trim(), was?.content ?? []),
      citations: was?.citations ?? [],
    };
  });
  return tidied({
    kind: about.kind,
    title: about.title.trim(),
    tags: tagsFrom(about.tags),
    content: unmarked(words.trim(), before?.content ?? []),
    citations: before?.citations ?? [],
    details: [...written, ...others],
  });
}

export function isComplete({ about, words }: LineForm): boolean {
  return about.title.trim() !== '' && words.trim() !== '';
}
