/** What the proof of a public pack is told: the words that are withheld, and those that are meant to be published. */
import path from 'node:path';
import { exemptBlocks, withoutExempt } from '../../../shared/document/exempt.ts';
import type { DespatchDocument } from '../../../shared/document/schema.ts';
import { knownBlocks } from '../../../shared/document/walk.ts';
import type { AssemblyBookmark } from '../../../shared/pack/assembly.ts';
import { blockItems } from '../../../shared/pack/proof/document-texts.ts';
import type { ProofJob, ProofText } from '../../../shared/pack/proof-report.ts';
import { printDocument } from '../../../shared/print/model.ts';
import type { PreparedPaper } from './prepare.ts';

export interface ProofInput {
  readonly publicFile: string;
  readonly publicName: string;
  readonly date: string;
  readonly papers: readonly PreparedPaper[];
  /** What our own sheets of the public pack say, as their templates read it. */
  readonly sheets: readonly unknown[];
  readonly bookmarks: readonly AssemblyBookmark[];
}

/** Every word of some data, whatever it is called; ids and kinds say nothing that anybody wrote. */
function wordsIn(value: unknown, skip: ReadonlySet<string>): string[] {
  if (typeof value === 'string') return [value];
  if (!(value instanceof Object)) return [];
  const entries = Array.isArray(value) ? value.map((each) => ['', each] as const) : Object.entries(value);
  return entries.flatMap(([key, each]) => (skip.has(key) ? [] : wordsIn(each, skip)));
}
const technical = new Set([
  'id',
  'kind',
  'type',
  'asset',
  'mediaType',
  'target',
  'evidenceId',
  'citations',
  'exempt',
  'key',
]);

function blockWords(blocks: Iterable<unknown>): string {
  return [...blocks].flatMap((block) => wordsIn(block, technical)).join('\n');
}

/** Labels and numbers that printing adds, which no author wrote. */
function printedLabels(document: DespatchDocument): string {
  const { blocks } = printDocument(document, { audience: 'public', draft: true });
  return blocks
    .flatMap((block) => [
      'label' in block ? block.label : '',
      'marker' in block ? (block.marker ?? '') : '',
      'details' in block ? block.details.map(({ label }) => label).join('\n') : '',
      block.type === 'decision' ? block.choices.join('\n') : '',
      block.type === 'table' ? (block.header ?? []).map(({ id }) => id ?? '').join('\n') : '',
    ])
    .filter(Boolean)
    .join('\n');
}

export function proofJob(input: ProofInput): ProofJob {
  const { publicFile, publicName, date, papers, sheets, bookmarks } = input;
  const exempt = papers.flatMap(exemptTexts);
  const published = papers.flatMap(openTexts);
  const open: ProofText[] = [
    said('', withoutSecretsOf(reasonsIn(papers), blockWords(sheets), [...exempt, ...published])),
    said('', bookmarks.flatMap((bookmark) => wordsIn(bookmark, technical)).join('\n')),
    ...published,
  ];
  const unread = papers.flatMap(unreadWords);
  return { publicFile, publicName, date, exempt, open, unread };
}

/** Of what is withheld and could not be read, nobody can say whether its words stand elsewhere. */
function unreadWords({ exempt, opened, called }: PreparedPaper): string[] {
  if (exempt === null || opened !== null) return [];
  return [
    `A paper of ${called} is withheld and could not be read, so its words were not searched for. It is not in the file; look whether another paper quotes it.`,
  ];
}

/** What was written of the public interest in keeping papers and passages, which the public front sheet prints. */
function reasonsIn(papers: readonly PreparedPaper[]): Set<string> {
  return new Set(
    papers
      .flatMap(({ exempt, passages }) => (exempt ? [exempt] : passages))
      .flatMap(({ publicInterest }) => publicInterest.split(/\r?\n/))
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  );
}

const figure = /\p{Sc}?\d[\d,.]{2,}\S*/gu;

const word = /[\p{L}][\p{L}’'-]{2,}/gu;
const isCapital = (written: string) => /^\p{Lu}/u.test(written);

/**
 * A reason is there to be published, but a figure or a name in it may be the very one that is withheld: it does not
 * make that public. A name is what no text writes with a small letter.
 */
function withoutSecretsOf(reasons: ReadonlySet<string>, words: string, texts: readonly ProofText[]): string {
  if (reasons.size === 0) return words;
  const all = [...reasons, ...texts.map((text) => (text.type === 'text' ? text.text : ''))];
  const small = new Set(all.flatMap((text) => text.match(word) ?? []).filter((each) => !isCapital(each)));
  let open = words;
  for (const reason of reasons) {
    const bare = reason
      .replace(figure, '\n')
      .replace(word, (each) => (isCapital(each) && !small.has(each.toLowerCase()) ? '\n' : each));
    open = open.replaceAll(reason, () => bare);
  }
  return open;
}

function said(item: string, text: string): ProofText {
  return { type: 'text', item, kind: 'words', text };
}

/** What a proof calls the withheld blocks of a paper that is public otherwise, by their ids. */
function passageNames({ exempt, opened, called, paper }: PreparedPaper): ReadonlyMap<string, string> {
  if (exempt !== null || opened?.type !== 'document') return new Map();
  const items = [...blockItems(opened.document)];
  return new Map(items.map(([id, block]) => [id, `${called}, “${paper.title}”, ${block}`]));
}

/** A withheld block of a document that is in a pack. */
export interface PackPassage {
  readonly paperId: string;
  readonly blockId: string;
}

/** Where the withheld passages stand, by what a proof calls them. */
export function passagesByName(papers: readonly PreparedPaper[]): ReadonlyMap<string, PackPassage> {
  return new Map(
    papers.flatMap((paper) =>
      [...passageNames(paper)].map(
        ([blockId, name]) => [name, { paperId: paper.paper.id, blockId }] as const,
      ),
    ),
  );
}

function exemptTexts(paper: PreparedPaper): ProofText[] {
  const { opened, called: item } = paper;
  if (paper.exempt === null) {
    if (opened?.type !== 'document' || paper.passages.length === 0) return [];
    const exempt = exemptBlocks(opened.document);
    const hidden = [...knownBlocks(opened.document)].filter(({ id }) => exempt.has(id));
    const names = passageNames(paper);
    // Each by itself, to be named; together, because words may run on from one into the next.
    return [
      ...hidden.map((block) => said(names.get(block.id) ?? item, blockWords([block]))),
      said(item, blockWords(hidden)),
    ];
  }
  const names = [paper.paper.title, path.parse(paper.name).name].map(
    (text): ProofText => ({ type: 'text', item, kind: 'name', text }),
  );
  if (opened === null) return names;
  if (opened.type === 'document') return [...names, said(item, blockWords(knownBlocks(opened.document)))];
  return [...names, { type: 'pdf', item, file: opened.file, name: opened.name }];
}

function openTexts(paper: PreparedPaper): ProofText[] {
  if (paper.exempt !== null) return [];
  const { opened, called: item } = paper;
  if (opened === null) return [{ type: 'text', item, kind: 'name', text: paper.paper.title }];
  const name: ProofText = {
    type: 'text',
    item,
    kind: 'name',
    text: `${paper.paper.title}\n${path.parse(paper.name).name}`,
  };
  if (opened.type === 'pdf') return [name, { type: 'pdf', item, file: opened.file, name: opened.name }];
  const words = blockWords(knownBlocks(withoutExempt(opened.document)));
  return [name, said(item, words), said(item, printedLabels(opened.document))];
}
