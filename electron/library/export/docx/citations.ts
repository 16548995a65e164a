/**
 * Where each citation stands, kept so that it is found again when the file comes back from Word: a hidden bookmark on
 * its words, which Word moves along with them, and what it says in a custom XML part, which Word keeps as it is. What
 * we made from citations (notes, brackets, lists) is marked likewise, because it is made anew at the next export.
 */
import { BookmarkEnd, BookmarkStart, type ParagraphChild } from 'docx';
import type { KeptCitation, PrintDocument, PrintInline } from '../../../../shared/print/blocks.ts';
import { EVIDENCE_NAMESPACE } from '../../../../shared/print/word-styles.ts';
import { Ranges } from './ranges.ts';
import type { Parts } from './zip.ts';

/** Far above those of the targets of references, which count from 1. */
const FIRST_ID = 1_000_000;
const FIRST_MADE_ID = 10_000_000;
/** Names the part for Word, which asks for one; the same in every file. */
const STORE = '{6F7D2A54-3C0B-4E0B-9A57-1D5E8C2F4B10}';

interface Mark {
  readonly id: number;
  readonly name: string;
}

const start = ({ name, id }: Mark) => new BookmarkStart(name, id) as unknown as ParagraphChild;
const end = ({ id }: Mark) => new BookmarkEnd(id) as unknown as ParagraphChild;

function keysOn(inline: PrintInline): readonly string[] {
  return 'cited' in inline ? (inline.cited ?? []) : [];
}

export class WordCitations {
  readonly #citations: readonly KeptCitation[];
  readonly #marks: ReadonlyMap<string, Mark>;
  readonly #onBlock = new Map<string, string[]>();
  readonly #ranges: Ranges | null;
  /** What was made from them, bookmark by bookmark. */
  readonly #made: { readonly mark: Mark; readonly text: string }[] = [];

  constructor({ blocks, citations }: Pick<PrintDocument, 'blocks' | 'citations'>) {
    this.#citations = citations;
    this.#marks = new Map(
      citations.map(({ key }, at) => [key, { id: FIRST_ID + at, name: `_Evidence${at + 1}` }]),
    );
    for (const { key, block } of citations) {
      if (block !== null) this.#onBlock.set(block, [...(this.#onBlock.get(block) ?? []), key]);
    }
    this.#ranges = citations.length > 0 ? new Ranges(blocks, keysOn) : null;
  }

  /** What a block is made of, between the bookmarks of the citations of the whole of it. */
  onBlock(id: string, children: readonly ParagraphChild[]): ParagraphChild[] {
    const keys = this.#onBlock.get(id);
    if (!keys) return [...children];
    this.#onBlock.delete(id);
    return [
      ...keys.flatMap((key) => this.#start(key)),
      ...children,
      ...keys.flatMap((key) => this.#end(key)),
    ];
  }

  onRun(inline: PrintInline, children: readonly ParagraphChild[]): ParagraphChild[] {
    if (!this.#ranges) return [...children];
    if (inline.type === 'text' && inline.made) return this.#asMade(inline.text, children);
    if (keysOn(inline).length === 0) return [...children];
    const { begin, end } = this.#ranges.at(inline);
    return [
      ...begin.flatMap((key) => this.#start(key)),
      ...children,
      ...end.flatMap((key) => this.#end(key)),
    ];
  }

  /** The file with what the citations say in it. */
  keptIn(parts: Parts): Parts {
    if (this.#citations.length === 0) return parts;
    const kept = new Map(parts);
    const insert = (path: string, before: string, xml: string) =>
      kept.set(path, String(parts.get(path) ?? '').replace(before, `${xml}${before}`));
    insert(
      '[Content_Types].xml',
      '</Types>',
      '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>',
    );
    insert(
      'word/_rels/document.xml.rels',
      '</Relationships>',
      `<Relationship Id="rIdEvidence" Type="${RELATIONS}/customXml" Target="../customXml/item1.xml"/>`,
    );
    kept.set('customXml/item1.xml', `${XML}${this.#part()}`);
    kept.set(
      'customXml/itemProps1.xml',
      `${XML}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="${STORE}"><ds:schemaRefs><ds:schemaRef ds:uri="${EVIDENCE_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
    );
    kept.set(
      'customXml/_rels/item1.xml.rels',
      `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
    );
    return kept;
  }

  #part(): string {
    const sources = new Map(this.#citations.map(({ citation, source }) => [citation.evidenceId, source]));
    return [
      `<evidence xmlns="${EVIDENCE_NAMESPACE}">`,
      ...[...sources].map(
        ([id, csl]) => `<source id="${escaped(id)}">${escaped(JSON.stringify(csl))}</source>`,
      ),
      ...this.#citations.map(
        ({ key, citation }) =>
          `<citation bookmark="${this.#marks.get(key)?.name ?? ''}">${escaped(JSON.stringify(citation))}</citation>`,
      ),
      ...this.#made.map(({ mark, text }) => `<made bookmark="${mark.name}">${escaped(text)}</made>`),
      '</evidence>',
    ].join('');
  }

  #asMade(text: string, children: readonly ParagraphChild[]): ParagraphChild[] {
    const number = this.#made.length + 1;
    const mark = { id: FIRST_MADE_ID + number, name: `_EvidenceMade${number}` };
    this.#made.push({ mark, text });
    return [start(mark), ...children, end(mark)];
  }

  #start(key: string): ParagraphChild[] {
    const mark = this.#marks.get(key);
    return mark ? [start(mark)] : [];
  }

  #end(key: string): ParagraphChild[] {
    const mark = this.#marks.get(key);
    return mark ? [end(mark)] : [];
  }
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** JSON writes controls and lone surrogates as escapes, so what is left is what XML can hold but these. */
function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => escapes[sign] ?? sign).replace(/[\ufffe\uffff]/gu, '');
}
