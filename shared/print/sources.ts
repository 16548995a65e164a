/** What the sources of a document add to its print model: notes, lists at its end, background papers. */
import type { BlockKind, DespatchDocument, KnownBlock } from '../document/schema.ts';
import { anchorKey } from '../evidence/anchor-key.ts';
import { evidenceAnnex } from './annex.ts';
import {
  backgroundHeading,
  backgroundPapers,
  listsBackgroundPapers,
  paperBlocks,
} from './background-papers.ts';
import type { KeptCitation, PrintBlock, PrintDocument, PrintRun } from './blocks.ts';
import type { Citer } from './citer.ts';
import { drawnContents } from './drawn.ts';
import { isMarkedHigher, type PrintEvidence } from './evidence.ts';
import type { Shown } from './exempt.ts';
import type { Group } from './groups.ts';
import { madeBlock, NotePlaces } from './notes.ts';
import { type Context, printedHeading } from './print-group.ts';
import type { PrintOptions } from './wording.ts';

/** Behind which printed block more background papers may stand. */
export interface PapersPlace {
  readonly at: number;
  /** What stands before it is such a list, or its heading. */
  readonly inList: boolean;
}

/** @param at how many blocks are printed by now. */
export function papersPlace(before: PapersPlace | null, kind: BlockKind, at: number): PapersPlace {
  if (kind === 'backgroundDocument') return { at, inList: true };
  if (before?.inList) return before;
  return { at: before === null || kind === 'heading' ? at : before.at, inList: false };
}

/** Gathers notes where they are asked for. */
export function notePlaces({ evidence, draft = false }: PrintOptions): NotePlaces | null {
  const hasNotes = evidence?.form === 'notes' || evidence?.form === 'endnotes';
  return evidence && hasNotes ? new NotePlaces(evidence, draft) : null;
}

interface Made {
  readonly blocks: readonly PrintBlock[];
  readonly groups: readonly { readonly group: Group }[];
  readonly context: Context;
  /** null: there are no notes. */
  readonly notes: NotePlaces | null;
  /** null: the document has no part for them. */
  readonly papersAt: PapersPlace | null;
  readonly shown: Pick<Shown, 'markOf'>;
}
type Sourced = Pick<PrintDocument, 'blocks' | 'notes' | 'notesAt' | 'citations'>;

/** What stands before the entry of a source; null: nothing. */
type MarkSource = (sourceId: string) => PrintRun | null;

interface Citing {
  readonly citer: Citer;
  readonly markOf: MarkSource;
}

/** A source that only withheld blocks cite tells of them, and is marked as they are. */
function sourceMarks(printed: readonly KnownBlock[], shown: Pick<Shown, 'markOf'>): MarkSource {
  const citing = new Map<string, Set<string>>();
  for (const { id, citations } of printed) {
    for (const { evidenceId } of citations) {
      const ids = citing.get(evidenceId);
      if (ids) ids.add(id);
      else citing.set(evidenceId, new Set([id]));
    }
  }
  return (sourceId) => shown.markOf([...(citing.get(sourceId) ?? [])]);
}

function withPapers(
  document: DespatchDocument,
  { blocks, papersAt }: Made,
  evidence: PrintEvidence,
  { citer, markOf }: Citing,
): readonly PrintBlock[] {
  if (!evidence.backgroundPapers || !listsBackgroundPapers(document)) return blocks;
  const papers = paperBlocks(backgroundPapers(document, evidence.sources), citer, markOf).map(madeBlock);
  if (papers.length === 0) return blocks;
  if (papersAt) return [...blocks.slice(0, papersAt.at), ...papers, ...blocks.slice(papersAt.at)];
  return [...blocks, madeBlock(printedHeading('background-papers', 1, backgroundHeading)), ...papers];
}

/** What a file that can keep it says of each citation whose words or block are printed. */
function keptCitations(
  document: DespatchDocument,
  printed: readonly KnownBlock[],
  blocks: readonly PrintBlock[],
  { sources, quoteHigher }: PrintEvidence,
): KeptCitation[] {
  const borne = new Set<string>();
  const drawn = new Set<string>();
  for (const { id, content } of drawnContents(blocks)) {
    if (id !== null) drawn.add(id);
    for (const inline of content) if ('cited' in inline) for (const key of inline.cited ?? []) borne.add(key);
  }
  return printed.flatMap((block) =>
    block.citations.flatMap((citation): KeptCitation[] => {
      const source = sources.get(citation.evidenceId);
      const key = anchorKey(block.id, citation.id);
      const stands = borne.has(key);
      if (!source || (!stands && !drawn.has(block.id))) return [];
      const hidden = isMarkedHigher(source.marking, document.marking) && !quoteHigher;
      const locator = { ...citation.locator, ...(hidden ? { quote: null } : {}) };
      return [
        { key, block: stands ? null : block.id, citation: { ...citation, locator }, source: source.csl },
      ];
    }),
  );
}

/** The list that a style for the text needs beside its brackets. */
function references(ids: readonly string[], { citer, markOf }: Citing): PrintBlock[] {
  const entries = citer.references(ids);
  if (entries.length === 0) return [];
  return [
    printedHeading('references', 1, 'References'),
    ...entries.map(
      ({ sourceId, content }): PrintBlock => ({
        type: 'entry',
        id: `reference-${sourceId}`,
        content: [markOf(sourceId) ?? [], content].flat(),
      }),
    ),
  ].map(madeBlock);
}

/** @throws DespatchError `export.evidenceMissing` */
export function withSources(
  document: DespatchDocument,
  made: Made,
  { evidence, draft = false }: PrintOptions,
): Sourced {
  if (!evidence) return { blocks: made.blocks, notes: [], notesAt: 'foot', citations: [] };
  const { context } = made;
  const citer = evidence.makeCiter(evidence.sources);
  const groups = made.groups.map(({ group }) => group);
  const printed = groups.flatMap(({ block, details }) => [block, ...details]);
  const citing = { citer, markOf: sourceMarks(printed, made.shown) };
  const blocks = withPapers(document, made, evidence, citing);
  if (evidence.form === 'none') return { blocks, notes: [], notesAt: 'foot', citations: [] };
  const citations = keptCitations(document, printed, blocks, evidence);
  const { notes: places } = made;
  if (!places) {
    const annex = evidenceAnnex(document, groups, evidence, citer, context, draft, made.shown).map(madeBlock);
    return { blocks: [...blocks, ...annex], notes: [], notesAt: 'foot', citations };
  }
  const resolved = places.resolve(blocks, citer, (ids) => made.shown.markOf(ids));
  const known = resolved.cited.filter((id) => evidence.sources.has(id));
  const atEnd = evidence.form === 'endnotes' && resolved.notes.length > 0;
  return {
    blocks: [
      ...resolved.blocks,
      ...(citer.inText ? references(known, citing) : []),
      ...(atEnd
        ? [
            madeBlock(printedHeading('notes', 1, 'Notes')),
            { type: 'endnotes', id: 'endnotes', content: [] } as const,
          ]
        : []),
    ],
    notes: resolved.notes,
    notesAt: evidence.form === 'endnotes' ? 'end' : 'foot',
    citations,
  };
}
