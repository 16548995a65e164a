/** What Office packages have in common: how they are opened, and the properties they keep beside the text. */
import { openPackage, type WordPackage } from '../docx/package.ts';
import { limits } from '../limits.ts';
import type { Claims } from './about.ts';
import { readFields } from './xml.ts';

export function openOffice(bytes: Buffer, file: string): Promise<WordPackage> {
  return openPackage(bytes, file, {
    notZip: 'input.damaged',
    damaged: 'input.damaged',
    encrypted: 'input.encrypted',
    part: limits.evidencePart,
    parts: limits.evidenceParts,
    declared: limits.evidenceDeclared,
  });
}

const core = [
  'dc:title',
  'dc:creator',
  'dc:subject',
  'dc:description',
  'dcterms:created',
  'dcterms:modified',
];

/** Core and extended properties of a Word file or a workbook (ECMA-376 part 2). */
export async function officeClaims(pack: WordPackage, type: string): Promise<Claims> {
  const properties = readFields(await pack.read('docProps/core.xml'), core);
  const extended = readFields(await pack.read('docProps/app.xml'), ['Company', 'Application']);
  return {
    type,
    title: properties.get('dc:title'),
    authors: [properties.get('dc:creator') ?? ''],
    publisher: extended.get('Company'),
    issued: properties.get('dcterms:modified') ?? properties.get('dcterms:created'),
    abstract: properties.get('dc:description') || properties.get('dc:subject'),
    producer: extended.get('Application'),
  };
}

/** How many pages the program that saved it counted; null where it did not say. */
export async function countedPages(pack: WordPackage): Promise<number | null> {
  const pages = Number(readFields(await pack.read('docProps/app.xml'), ['Pages']).get('Pages'));
  return Number.isInteger(pages) && pages > 0 ? pages : null;
}
