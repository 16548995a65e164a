/** Writing the citations of a document in a style: the print model's `Citer`, carried out by citeproc-js. */
import type { Citation, CitationItem, Engine } from 'citeproc';
import { DespatchError } from '../../../../shared/contract/errors.ts';
import type { Bearing } from '../../../../shared/document/schema.ts';
import type { CitedSource } from '../../../../shared/evidence/cited-source.ts';
import type { CslNode, CslStyle } from '../../../../shared/evidence/csl-style.ts';
import type { PrintRun } from '../../../../shared/print/blocks.ts';
import type { Cited, Citer, Reference } from '../../../../shared/print/citer.ts';
import { cslItem } from './item.ts';
import { format, runsOf } from './markup.ts';

type Csl = typeof import('citeproc').default;

const FORMAT = 'despatch';
/** A reader must not take for support what speaks against the point. */
const introductions: Readonly<Record<Bearing, string>> = {
  supports: '',
  contradicts: 'but see ',
  context: 'see also ',
};

function itemOf({ sourceId, page, bearing }: Cited): CitationItem {
  const prefix = introductions[bearing];
  return {
    id: sourceId,
    ...(page === null ? {} : { locator: String(page), label: 'page' }),
    ...(prefix === '' ? {} : { prefix }),
  };
}

/** The first letter of a note is a capital, whatever begins it. */
function capitalised(runs: readonly PrintRun[]): PrintRun[] {
  const [first, ...rest] = runs;
  if (!first) return [];
  const text = first.text.replace(
    /^(but see|see also)/u,
    (words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
  );
  return [{ ...first, text }, ...rest];
}

export class CslCiter implements Citer {
  readonly inText: boolean;
  readonly #csl: Csl;
  readonly #style: CslStyle;
  readonly #terms: CslNode;
  #last: { readonly key: string; readonly runs: PrintRun[][] } | null = null;
  readonly #items: ReadonlyMap<string, Record<string, unknown>>;

  constructor(csl: Csl, style: CslStyle, terms: CslNode, sources: ReadonlyMap<string, CitedSource>) {
    this.inText = style.inText;
    this.#csl = csl;
    this.#style = style;
    this.#terms = terms;
    this.#items = new Map([...sources].map(([id, source]) => [id, cslItem(source)]));
    csl.Output.Formats[FORMAT] = format;
    // It writes to the console otherwise, and the command line's output belongs to the command.
    csl.debug = () => {};
  }

  /** @throws DespatchError `style.invalid` where the style breaks over the document's sources. */
  cite(notes: readonly (readonly Cited[])[]): PrintRun[][] {
    if (notes.length === 0) return [];
    // The preview writes the same notes again at every pause of the typing.
    const key = JSON.stringify(notes);
    this.#last = this.#last?.key === key ? this.#last : { key, runs: this.#cite(notes) };
    return this.#last.runs;
  }

  #cite(notes: readonly (readonly Cited[])[]): PrintRun[][] {
    const citations = notes.map(
      (cited, at): Citation => ({
        citationID: `n${at}`,
        citationItems: cited.map(itemOf),
        properties: { noteIndex: this.inText ? 0 : at + 1 },
      }),
    );
    const written = this.#guard(() => this.#engine().rebuildProcessorState(citations, FORMAT));
    return written.map(([, , words]) => {
      const runs = runsOf(words);
      return this.inText ? runs : capitalised(runs);
    });
  }

  /** As `cite`; in full, as if each were said for the first time, where the style has no list of references. */
  references(sourceIds: readonly string[]): Reference[] {
    if (sourceIds.length === 0) return [];
    if (!this.#style.hasReferences) {
      return sourceIds.map((sourceId) => {
        const [content = []] = this.cite([[{ sourceId, page: null, bearing: 'supports' }]]);
        return { sourceId, content };
      });
    }
    return this.#guard(() => {
      const engine = this.#engine();
      engine.updateItems(sourceIds);
      engine.setOutputFormat(FORMAT);
      const made = engine.makeBibliography();
      if (made === false) return [];
      const [{ entry_ids: ids }, entries] = made;
      return entries.map((entry, at) => ({ sourceId: ids[at]?.[0] ?? '', content: runsOf(entry) }));
    });
  }

  #engine(): Engine {
    const system = {
      // Ours is an English product: also a style made for another language speaks it.
      retrieveLocale: () => structuredClone(this.#terms),
      retrieveItem: (id: string) =>
        structuredClone(this.#items.get(id) ?? { id, type: 'document', title: id }),
      wrapCitationEntry: (text: string) => text,
    };
    return new this.#csl.Engine(system, structuredClone(this.#style.root), 'en-GB', true);
  }

  #guard<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (thrown) {
      const reason = thrown instanceof Error ? thrown.message : String(thrown);
      throw new DespatchError('style.invalid', { file: this.#style.title, reason }, { cause: thrown });
    }
  }
}
