/** What becomes of everything that lies on the pages of a supplied file (ISO 32000-1, 12.5). */
import { PDFArray, PDFDict, type PDFObject, type PDFRawStream, PDFRef } from 'pdf-lib';
import type { AssemblyNotice } from '../../../shared/pack/assembly.ts';
import type { Destinations } from '../objects/destinations.ts';
import { dictAt, entryOf, nameAt, numberAt, resolve, textAt } from '../objects/look.ts';
import type { SourcePage } from '../objects/page-tree.ts';
import { aimOf, type Leading, removalsOf } from './actions.ts';
import { hasStates, normalAppearance } from './appearance.ts';
import { type Field, fieldOf } from './fields.ts';

export type Fate =
  | { readonly type: 'link'; readonly aim: Leading }
  | { readonly type: 'comment' }
  /** Becomes part of the page, as it looks or, where nobody has drawn it yet, as its field says. */
  | { readonly type: 'drawn'; readonly appearance: PDFRawStream | null; readonly field: Field | null }
  | { readonly type: 'gone' };

export interface Planned {
  readonly dict: PDFDict;
  readonly ref: PDFRef | null;
  readonly fate: Fate;
}

/** Flags of an annotation (12.5.3): Hidden and NoView. */
const UNSEEN = 2 | 32;
/** Of one page; what comes after is not looked at. */
const MOST = 20_000;
const MOST_ABOVE = 32;

const media = new Set(['Movie', 'Sound', 'Screen', 'RichMedia', '3D', 'Projection']);
/** Of the page itself rather than of those who read it. */
const printed = new Set(['Watermark', 'PrinterMark', 'TrapNet']);

export interface AnnotationRules {
  readonly keepAnnotations: boolean;
  readonly destinations: Destinations;
  readonly pages: number;
  /** Whether a page of the file, or a target of the pack, is there to be led to. */
  leads(aim: Leading): boolean;
  notice(kind: AssemblyNotice['kind'], detail?: string): void;
}

export function planAnnotations(page: SourcePage, index: number, rules: AnnotationRules): Planned[] {
  const annotations = entryOf(page.dict, 'Annots');
  if (!(annotations instanceof PDFArray)) return [];
  const planned: Planned[] = [];
  const seen = new Set<PDFDict>();
  for (const item of annotations.asArray().slice(0, MOST)) {
    const dict = resolve(page.dict.context, item);
    if (!(dict instanceof PDFDict) || seen.has(dict)) continue;
    seen.add(dict);
    const ref = item instanceof PDFRef ? item : null;
    planned.push({ dict, ref, fate: fateOf(dict, index, rules) });
  }
  return planned;
}

const GONE: Fate = { type: 'gone' };

function fateOf(dict: PDFDict, page: number, rules: AnnotationRules): Fate {
  const kind = nameAt(dict, 'Subtype') ?? '';
  for (const { why, detail } of hiddenActions(dict)) rules.notice(why, detail);
  if (kind === 'Link') return fateOfLink(dict, page, rules);
  if (kind === 'Widget') return fateOfWidget(dict, rules);
  if (media.has(kind)) {
    rules.notice('mediaRemoved', kind);
    return GONE;
  }
  if (kind === 'FileAttachment') {
    rules.notice('attachmentsRemoved', textAt(dict, 'Contents') ?? '');
    return GONE;
  }
  if (printed.has(kind)) {
    const appearance = normalAppearance(dict);
    return isUnseen(dict) || !appearance ? GONE : { type: 'drawn', appearance, field: null };
  }
  if (kind === 'Popup') return rules.keepAnnotations ? { type: 'comment' } : GONE;
  if (isUnseen(dict)) return GONE;
  rules.notice(rules.keepAnnotations ? 'annotationsKept' : 'annotationsRemoved', kind);
  return rules.keepAnnotations ? { type: 'comment' } : GONE;
}

function* hiddenActions(dict: PDFDict): Generator<{ why: AssemblyNotice['kind']; detail: string }> {
  // What a field does stands with it or with the fields above it (12.7.3).
  for (let holder: PDFDict | undefined = dict, step = 0; holder && step < MOST_ABOVE; step += 1) {
    const more = dictAt(holder, 'AA');
    for (const action of more?.values() ?? []) yield* removalsOf(resolve(dict.context, action));
    holder = nameAt(dict, 'Subtype') === 'Widget' ? dictAt(holder, 'Parent') : undefined;
  }
  yield* removalsOf(entryOf(dict, 'PA'));
  const action: PDFObject | undefined = entryOf(dict, 'A');
  if (nameAt(dict, 'Subtype') !== 'Link') yield* removalsOf(action);
  else if (action instanceof PDFDict) yield* removalsOf(entryOf(action, 'Next'));
}

function fateOfLink(dict: PDFDict, page: number, rules: AnnotationRules): Fate {
  if (isUnseen(dict)) return GONE;
  const aim = aimOf(dict, rules.destinations, page, rules.pages);
  if (aim.type === 'none') {
    rules.notice(aim.why, aim.detail);
    return GONE;
  }
  if (rules.leads(aim)) return { type: 'link', aim };
  const where = aim.type === 'page' ? `page ${aim.destination.page + 1}, which is not in the pack` : aim.uri;
  rules.notice('brokenLinksRemoved', where);
  return GONE;
}

function fateOfWidget(dict: PDFDict, rules: AnnotationRules): Fate {
  const field = fieldOf(dict);
  rules.notice(field.type === 'Sig' ? 'signatureRemoved' : 'formsFlattened', field.name);
  if (isUnseen(dict)) return GONE;
  const appearance = normalAppearance(dict);
  if (appearance) return { type: 'drawn', appearance, field };
  // A box that is not ticked has often no look of its own.
  return hasStates(dict) ? GONE : { type: 'drawn', appearance: null, field };
}

function isUnseen(dict: PDFDict): boolean {
  return ((numberAt(dict, 'F') ?? 0) & UNSEEN) !== 0;
}
