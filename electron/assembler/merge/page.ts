/** A page of a file as a page of the pack: its content closed in itself, with what is drawn over it. */
import { PDFArray, PDFRawStream } from 'pdf-lib';
import { type Balance, balanceOf, contentBytes, contentItems } from '../objects/content.ts';
import { type Box, key, resolve } from '../objects/look.ts';
import type { SourcePage } from '../objects/page-tree.ts';
import { array, number, ref } from '../objects/syntax.ts';
import type { PdfWriter } from '../write/pdf-writer.ts';
import type { Copier } from './copier.ts';
import { type Additions, withAdditions } from './resources.ts';
import { type Shift, shiftOperators } from './shift.ts';

export interface PageParts {
  readonly object: number;
  /** The node of the page tree. */
  readonly parent: number;
  readonly source: SourcePage;
  readonly balance: Balance;
  /** Of its content and of what is drawn over it in the space of the file; null: it stands as it did. */
  readonly shift: Shift | null;
  /** Encloses the whole content, as in "/P<</MCID 0>>BDC"; null: it is marked itself, or has nothing to mark. */
  readonly mark: string | null;
  /** Operators in the space of the file, behind the content. */
  readonly drawn: string;
  /** Operators in the space of the shown page, above everything. */
  readonly stamps: string;
  readonly stampMatrix: readonly number[];
  readonly additions: Additions;
  readonly annotations: readonly number[];
  /** Its key in the parent tree; null: nothing on it belongs to the structure. */
  readonly structParents: number | null;
}

const COPIED_BOXES = ['BleedBox', 'TrimBox', 'ArtBox', 'Group'] as const;

/** Of content that is known to be sound. */
export const sound: Balance = {
  statesBefore: 0,
  marksBefore: 0,
  statesAfter: 0,
  marksAfter: 0,
  textAfter: false,
  mcids: [],
  artifacts: true,
  loose: false,
  empty: false,
};

export function balanceOfPage(page: SourcePage): Balance {
  return balanceOf(contentBytes(page));
}

export function writePage(parts: PageParts, copier: Copier, writer: PdfWriter): void {
  const { source, object } = parts;
  const { dict } = source;
  let text = `/Type/Page/Parent ${ref(parts.parent)}/MediaBox ${box(source.mediaBox)}`;
  if (source.cropBox !== source.mediaBox) text += `/CropBox ${box(source.cropBox)}`;
  if (source.rotate !== 0) text += `/Rotate ${source.rotate}`;
  if (source.userUnit !== 1) text += `/UserUnit ${number(source.userUnit)}`;
  for (const entry of COPIED_BOXES) {
    const value = dict.get(key(entry));
    if (value !== undefined) text += `/${entry} ${copier.value(value)}`;
  }
  const resources = resolve(dict.context, source.resources);
  text += `/Resources ${withAdditions(resources, parts.additions, copier)}`;
  text += `/Contents ${contents(parts, copier, writer)}`;
  if (parts.annotations.length > 0) text += `/Annots ${array(parts.annotations.map(ref))}/Tabs/S`;
  if (parts.structParents !== null) text += `/StructParents ${parts.structParents}`;
  writer.put(object, `<<${text}>>`);
}

function box(sides: Box): string {
  return array(sides.map(number));
}

function contents(parts: PageParts, copier: Copier, writer: PdfWriter): string {
  const { balance, mark, drawn, shift, stamps, stampMatrix } = parts;
  const shifted = shift ? shiftOperators(shift, parts.source.cropBox) : '';
  const before =
    (mark === null ? '' : `${mark}\n`) +
    '/Span BMC\n'.repeat(balance.marksBefore) +
    `q\n${shifted}` +
    'q\n'.repeat(balance.statesBefore);
  const after =
    (balance.textAfter ? '\nET' : '') +
    '\nQ'.repeat(1 + balance.statesAfter) +
    '\nEMC'.repeat(balance.marksAfter) +
    (mark === null ? '\n' : '\nEMC\n') +
    (shifted === '' || drawn === '' ? drawn : `q ${shifted}${drawn}Q\n`) +
    (stamps === '' ? '' : `q ${stampMatrix.map(number).join(' ')} cm\n${stamps}Q\n`);
  const { context } = parts.source.dict;
  const whole = parts.source.dict.get(key('Contents'));
  const items = contentItems(parts.source);
  const listed = items instanceof PDFArray ? items.asArray() : [whole];
  const middle = listed.flatMap((item) =>
    item !== undefined && resolve(context, item) instanceof PDFRawStream ? [copier.value(item)] : [],
  );
  return array([ref(writer.addText('', before)), ...middle, ref(writer.addText('', after))]);
}
