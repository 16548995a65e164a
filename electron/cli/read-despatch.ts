/** A `.despatch` file read without a library, in this process, which does nothing else and may die for it. */
import path from 'node:path';
import type { DespatchDocument } from '../../shared/document/schema.ts';
import type { CitedSource } from '../../shared/evidence/cited-source.ts';
import { PACKAGE_EXTENSION } from '../../shared/portable/extension.ts';
import type { Pictures } from '../library/export/pictures.ts';

export interface ReadDespatch {
  readonly document: DespatchDocument;
  readonly pictures: Pictures;
  readonly sources: readonly CitedSource[];
}

export function isDespatch(file: string): boolean {
  return path.extname(file).toLowerCase() === PACKAGE_EXTENSION;
}

/** @throws DespatchError `package.*`, `input.*` */
export async function readDespatch(file: string): Promise<ReadDespatch> {
  const { readPackage } = await import('../extractor/portable/read-package.ts');
  const { openedPackage } = await import('../../shared/portable/opened.ts');
  const { picturesOf } = await import('../library/portable/packed-pictures.ts');
  const parts = await readPackage(file, null);
  const document = openedPackage(parts, file);
  const pictures = new Map(picturesOf(parts, file).map(({ sha256, bytes }) => [sha256, bytes]));
  const sources = parts.sources.map(({ id, details, editions }) => ({
    id,
    csl: details.csl,
    published: details.published,
    marking: details.marking,
    paged: editions[0]?.paged === true,
  }));
  return { document, pictures: (asset) => pictures.get(asset) ?? null, sources };
}
