/** Word files as source lines. */
import path from 'node:path';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { readMarking } from '../../../shared/import/marking.ts';
import type { SourceNotice, SourceText } from '../../../shared/import/source.ts';
import { BodyReader } from './body.ts';
import { readKeptEvidence } from './kept-evidence.ts';
import { readKeptExemptions } from './kept-exemptions.ts';
import { readNumbering } from './numbering.ts';
import { openPackage, type WordPackage } from './package.ts';
import {
  headerLines,
  mainPart,
  partOf,
  type Relationship,
  readNotes,
  readPart,
  readRelationships,
} from './parts.ts';
import { readStyles } from './styles.ts';
import { readTypedMarkup } from './typed-markup.ts';
import { parseXml } from './xml.ts';

interface HeaderWords {
  readonly marking: string | null;
  readonly notices: readonly SourceNotice[];
}

/** What is left of "Page 3 of 7" without its fields says nothing. */
const pageNumberWords = /^(?:[\s\d|–—-]|page|of)*$/i;

/** The marking of headers and footers; their other words are told, once each. */
async function readHeaders(
  pack: WordPackage,
  relationships: ReadonlyMap<string, Relationship>,
): Promise<HeaderWords> {
  let marking: string | null = null;
  const others = new Set<string>();
  for (const { type, target, external } of relationships.values()) {
    if (external || (type !== 'header' && type !== 'footer')) continue;
    const root = await readPart(pack, target);
    for (const line of root ? headerLines(root) : []) {
      if (readMarking(line)) marking ??= line;
      else if (!pageNumberWords.test(line)) others.add(line);
    }
  }
  const message = 'Words of the page header or footer were left out: Despatch prints its own.';
  const original = [...others].map((text) => ({ line: 1, text }));
  return {
    marking,
    notices: original.length === 0 ? [] : [{ code: 'headerFooter', message, original, at: null }],
  };
}

/** A Word file as source lines, and what only evidence needs of it. */
export interface WordFile {
  readonly source: SourceText;
  /** For each page after the first that Word showed, the line that it begins with; empty where nobody knows. */
  readonly pageStarts: readonly number[];
  readonly pack: WordPackage;
}

async function readDocument(pack: WordPackage, file: string): Promise<WordFile> {
  const main = await mainPart(pack);
  const text = await pack.read(main);
  if (text === null) {
    throw new DespatchError('input.docxDamaged', { file, reason: `its main part ${main} is missing` });
  }
  const relationships = await readRelationships(pack, main);
  const part = (type: string) => readPart(pack, partOf(relationships, type));
  const body = new BodyReader({
    styles: readStyles(await part('styles')),
    numbering: readNumbering(await part('numbering')),
    relationships,
    notes: {
      footnote: readNotes(await part('footnotes')),
      endnote: readNotes(await part('endnotes')),
      comment: readNotes(await part('comments')),
    },
  });
  parseXml(text, { containers: new Set(['w:body']), child: (element) => body.read(element) });
  body.finish();
  const headers = await readHeaders(pack, relationships);
  const kept = await readKeptEvidence(pack, relationships);
  const exemptions = await readKeptExemptions(pack);
  const source: SourceText = {
    name: path.basename(file),
    format: 'docx',
    lines: body.lines,
    notices: [...headers.notices, ...body.notices],
    headerMarking: headers.marking,
    ...(kept ? { kept } : {}),
    ...(exemptions.length > 0 ? { exemptions } : {}),
  };
  return { source, pageStarts: body.pageStarts, pack };
}

/**
 * Reads a Word file of any origin, also one without words.
 * @throws DespatchError `input.docx*`, `input.zipBomb`.
 */
export async function readWordFile(bytes: Buffer, file: string): Promise<WordFile> {
  const pack = await openPackage(bytes, file);
  try {
    return await readDocument(pack, file);
  } catch (fault) {
    if (fault instanceof DespatchError) throw fault;
    const reason = fault instanceof Error ? fault.message : String(fault);
    throw new DespatchError('input.docxDamaged', { file, reason }, { cause: fault });
  }
}

/**
 * Reads a Word file for import.
 * @throws DespatchError `input.docx*`, `input.zipBomb`, `input.noText`.
 */
export async function readDocx(bytes: Buffer, file: string): Promise<SourceText> {
  const source = readTypedMarkup((await readWordFile(bytes, file)).source);
  if (source.lines.length > 0) return source;
  throw new DespatchError('input.noText', { file, reason: 'it holds no words outside of pictures' });
}
