/** The annotated agenda of a brief: its label, and the aims in its line or below it. */
import { plainText } from '../document/walk.ts';
import { splitAtNumbers } from './agenda.ts';
import type { DocumentBuilder } from './builder.ts';
import { hasAt } from './first-signs.ts';
import { withMarkerShown } from './lines.ts';
import { IndentLevels } from './list-levels.ts';
import type { Passage } from './rejoin.ts';
import { sliceRuns, trimRuns, withoutBold } from './runs.ts';
import { isAgendaLabel } from './vocabulary.ts';

const DEEPER = 2;

export class BriefingAgenda {
  readonly #build: DocumentBuilder;
  readonly #indents = new IndentLevels();
  /** Aims numbered so far in a list below the label; null where the aims are of another style. */
  #numbered: number | null = null;
  #indent = 0;

  constructor(build: DocumentBuilder) {
    this.#build = build;
  }

  /** Takes the label, with the aims that follow it in the same line; false for any other line. */
  takeLabel(passage: Passage): boolean {
    // Every label of an agenda begins so, in quotation marks or not, and hardly any other line.
    if (!hasAt(passage.text.trimStart(), 0, "aAoO’‘'–—-")) return false;
    const match = /^([^:\n]{1,30}):?\s*/.exec(passage.text);
    const label = match?.[1] ?? '';
    if (!match || !isAgendaLabel(label) || passage.line.marker) return false;
    this.#indents.reset();
    const words = trimRuns(withoutBold(sliceRuns(passage.content, 0, label.length)));
    const rest = trimRuns(sliceRuns(passage.content, match[0].length));
    const joins = rest.length === 0 ? passage.joins : [];
    this.#build.plain('agenda', 'label', { ...passage, joins }, 0, null, words);
    this.#numbered = rest.length === 0 ? 0 : null;
    if (rest.length > 0) this.#putAims({ ...passage, content: rest });
    return true;
  }

  /** Whether a numbered line is the next aim, and not the heading of the first section. */
  goesOnWith({ line }: Passage): boolean {
    if (this.#numbered === null || line.marker?.style !== 'decimal' || line.heading !== null) return false;
    const nested = this.#numbered > 0 && line.indent >= this.#indent + DEEPER;
    return !nested && line.marker.value === this.#numbered + 1;
  }

  /** An aim, or words below one. */
  takeItem(passage: Passage): void {
    if (this.goesOnWith(passage)) {
      this.#numbered = (this.#numbered ?? 0) + 1;
      this.#indent = passage.line.indent;
      this.#indents.reset();
    } else if (this.#numbered === 0) this.#numbered = null;
    const nested = this.#indents.level(passage) > 0;
    const content = nested ? withMarkerShown(passage) : passage.content;
    const block = this.#build.plain('agenda', nested ? 'text' : 'aim', passage, 0, null, content);
    if (!nested) this.#build.number(block, passage);
  }

  /** One aim, or several that are numbered within the line. */
  #putAims(passage: Passage): void {
    const parts = splitAtNumbers(passage.content);
    let joins = passage.joins;
    for (const [at, { marker, content }] of parts.entries()) {
      const text = plainText(content);
      const here = at === parts.length - 1 ? joins : joins.filter(({ after }) => text.includes(after));
      joins = joins.filter((join) => !here.includes(join));
      const kind = marker === '' && parts.length > 1 ? 'text' : 'aim';
      this.#build.plain('agenda', kind, { ...passage, joins: here }, 0, null, content);
    }
  }
}
