/**
 * The print model: a document with every number, label, marking and outline level resolved once. The Word and PDF
 * writers only draw it, so the two formats cannot disagree.
 */
import { DespatchError } from '../contract/errors.ts';
import { DOCUMENT_FORMAT } from '../document/format.ts';
import type { DespatchDocument, DocumentKind, SectionRole } from '../document/schema.ts';
import { titleOf } from '../document/walk.ts';
import type { Exemption } from '../pack/exemption.ts';
import type { PrintBlock, PrintDocument } from './blocks.ts';
import { printThreads } from './comments.ts';
import { Shown } from './exempt.ts';
import { type Group, groupsOf, isGroupPrinted } from './groups.ts';
import { markingLine } from './marking.ts';
import { numberPlaces } from './numbering.ts';
import { type Context, Outline, printGroup, printLoose } from './print-group.ts';
import { notePlaces, type PapersPlace, papersPlace, withSources } from './sources.ts';
import { isRow, rowTablesOf } from './tables.ts';
import { type PrintOptions, wordingOf } from './wording.ts';
import { printableText } from './words.ts';

export type { PrintDocument } from './blocks.ts';

const untitled: Readonly<Record<DocumentKind, string>> = {
  briefing: 'Untitled ministerial brief',
  report: 'Untitled committee report',
  submission: 'Untitled submission',
};

interface Placed {
  readonly role: SectionRole;
  readonly group: Group;
}

/** What reaches paper, in order. @throws DespatchError `document.newer` */
function printedGroups(document: DespatchDocument): Placed[] {
  return document.sections.flatMap((section) => {
    const unknown = section.blocks.find((block) => block.kind === 'unknown');
    if (unknown?.kind === 'unknown') {
      throw new DespatchError('document.newer', { reason: unknown.originalKind, blockId: unknown.id });
    }
    if (section.role === 'unknown') throw new DespatchError('document.newer', { reason: section.role });
    const { role } = section;
    return [...groupsOf(section)].filter(isGroupPrinted).map((group) => ({ role, group }));
  });
}

/** How many groups from here make one table: rows of one kind, also where a long table goes on in the next section. */
function rowsFrom(groups: readonly Placed[], at: number): number {
  const first = groups[at];
  let end = at + 1;
  while (groups[end]?.group.block.kind === first?.group.block.kind && groups[end]?.role === first?.role) {
    end += 1;
  }
  return end - at;
}

/**
 * Makes the print model. Empty fields and blocks are left out (their prompts are for the screen) and guidance is;
 * nothing is reordered but attendees, who stand by side.
 * @throws DespatchError `document.newer` when any part is of a newer version: part of a document is not a document;
 *   `export.brokenReference` with `blockId` and `words` where a reference leads nowhere; `export.evidenceMissing` with
 *   the same where a cited source is not among those given.
 */
export function printDocument(document: DespatchDocument, options: PrintOptions = {}): PrintDocument {
  if (document.format > DOCUMENT_FORMAT) {
    throw new DespatchError('document.newer', { reason: `document format ${document.format}` });
  }
  const audience = options.audience ?? 'restricted';
  const shown = new Shown(document, audience, options.exempt ?? []);
  const groups = printedGroups(document);
  const places = numberPlaces(document);
  const anchors = new Set<string>();
  const notes = notePlaces(options);
  const threads = audience === 'public' ? [] : (options.threads ?? []);
  const wording = wordingOf(shown, anchors, { ...options, threads }, notes);
  const context: Context = { kind: document.kind, places, wording, outline: new Outline() };
  const blocks: PrintBlock[] = [];
  const printed: Placed[] = [];
  /** Why what stood here is left out, until something is printed again: one line for all that stood together. */
  let withheld: Exemption[] = [];
  let behind = '';
  const sayWithheld = () => {
    if (withheld.length > 0) blocks.push(shown.placeholder(withheld, behind));
    withheld = [];
  };
  /** Where the list of background papers ends, or could. */
  let papersAt: PapersPlace | null = null;
  for (let at = 0; at < groups.length; ) {
    const { role, group } = groups[at] as Placed;
    const count = isRow(group) ? rowsFrom(groups, at) : 1;
    const parts = shown.split(groups.slice(at, at + count).map((placed) => placed.group));
    const [first] = parts.shown;
    at += count;
    if (first) {
      sayWithheld();
      const made = isRow(first)
        ? rowTablesOf(parts.shown, wording)
        : [printGroup(first, role, context, blocks.at(-1))];
      blocks.push(...made.map((block) => shown.ruled(block, parts.shown)));
      blocks.push(...parts.shown.flatMap((each) => printLoose(each, wording)));
      printed.push(...parts.shown.map((each) => ({ role, group: each })));
      if (role === 'documents') papersAt = papersPlace(papersAt, first.block.kind, blocks.length);
    }
    withheld.push(...parts.why);
    behind = group.block.id;
  }
  sayWithheld();
  const headed = shown.headed(blocks);
  const place = papersAt && { ...papersAt, at: papersAt.at + headed.length - blocks.length };
  const made = { blocks: headed, groups: printed, context, notes, papersAt: place, shown };
  const sourced = withSources(shown.document, made, options);
  return {
    kind: document.kind,
    title: printableText(titleOf(shown.document)).trim() || untitled[document.kind],
    marking: document.marking && markingLine(document.marking),
    draft: options.draft === true,
    sectional: document.settings.numbering === 'sectional',
    ...(shown.document === document ? {} : { fixedNumbers: true as const }),
    ...sourced,
    // What is kept for the way back quotes the sources beyond what is printed, which nobody has cleared for the public.
    citations: audience === 'public' ? [] : sourced.citations,
    ...(shown.exemptions.length > 0 ? { exemptions: shown.exemptions } : {}),
    threads: printThreads(document, threads, sourced.blocks),
    anchors,
  };
}
