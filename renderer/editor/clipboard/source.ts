/** What lies on the clipboard or is dropped, read into fragments. */

import { readHtml } from './html/read.ts';
import type { Pasted } from './insert-fragments.ts';
import { withExemptMarks } from './marked-exempt.ts';
import type { Notes } from './notes.ts';
import { type Here, OWN_TYPE, ownFragments, readOwn } from './own-payload.ts';
import { fragmentsFromMarkedText, fragmentsFromText } from './plain-text.ts';

export interface Source {
  readonly own: string;
  readonly html: string;
  readonly text: string;
  /** The characters alone were asked for. */
  readonly plain: boolean;
}

/** Must be called while the event lasts: afterwards there is nothing to read. */
export function sourceOf(data: DataTransfer, plain: boolean): Source {
  return {
    own: plain ? '' : data.getData(OWN_TYPE),
    html: plain ? '' : data.getData('text/html'),
    text: data.getData('text/plain'),
    plain,
  };
}

/** Characters that must be looked at. */
export function sizeOf({ own, html, text }: Source): number {
  return own.length || html.length || text.length;
}

export interface Reading extends Pasted {
  /** It came formatted from another program, so that its characters alone may be wanted instead. */
  readonly foreign: boolean;
}

function words(fragments: Pasted['fragments']): Reading {
  return { fragments, sections: [], foreign: false };
}

/** The richest reading of what was pasted. */
export function* readSource(source: Source, here: Here, notes: Notes): Generator<void, Reading> {
  const clip = source.own === '' ? null : yield* readOwn(source.own);
  if (clip) {
    const isSection = ({ headed }: { readonly headed: boolean }, at: number) => headed || at > 0;
    return {
      fragments: clip.parts
        .filter((part, at) => !isSection(part, at))
        .flatMap((part) => ownFragments(clip, part, here, notes)),
      sections: clip.parts
        .filter(isSection)
        .map((part) => ({ role: part.role, fragments: ownFragments(clip, part, here, notes) })),
      foreign: false,
    };
  }
  if (source.html !== '') {
    const fragments = yield* readHtml(source.html, notes);
    if (fragments.length > 0) return { fragments: withExemptMarks(fragments), sections: [], foreign: true };
  }
  if (source.text === '') return words([]);
  const read = source.plain ? fragmentsFromText(source.text) : fragmentsFromMarkedText(source.text, notes);
  return words(withExemptMarks(read));
}
