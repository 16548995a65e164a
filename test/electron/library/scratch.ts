/** Ids, times and documents for tests of the library. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { readStyleFile } from '../../../electron/extractor/csl/read-style.ts';
import { readPackage } from '../../../electron/extractor/portable/read-package.ts';
import { readReferences } from '../../../electron/extractor/references/read-references.ts';
import { openStore } from '../../../electron/library/db/store.ts';
import { documentHandlers } from '../../../electron/library/document-handlers.ts';
import { EvidenceNews } from '../../../electron/library/evidence/news.ts';
import { Originals } from '../../../electron/library/evidence/originals.ts';
import { createGrants } from '../../../electron/library/grants.ts';
import type { Services } from '../../../electron/library/handlers.ts';
import type { CallContext, CallOutput } from '../../../shared/contract/calls.ts';
import { parseDocument } from '../../../shared/document/parse.ts';
import type { DespatchDocument, Section } from '../../../shared/document/schema.ts';

export function counter(prefix = 'id'): () => string {
  let next = 0;
  return () => `${prefix}-${++next}`;
}

/** A clock that gains a minute each time it is read. */
export function clock(start = Date.UTC(2026, 0, 5, 9)): () => Date {
  let minutes = 0;
  return () => new Date(start + 60_000 * minutes++);
}

export const context: CallContext = { signal: new AbortController().signal, progress: () => {} };

/** Every file under the originals of a library: whole or on its way, of sources and of papers. */
export function originalsIn(library: string): string[] {
  const found = readdirSync(path.join(library, 'originals'), { recursive: true, withFileTypes: true });
  return found.filter((one) => one.isFile()).map(({ name }) => name);
}

export function services(folder: string, version = '0.1.0'): Services {
  const now = clock();
  const store = openStore({ folder, nativeBinding: null, now });
  onTestFinished(() => store.close());
  return {
    store: () => store,
    folder,
    grants: createGrants(),
    mint: counter(`from-${version}`),
    now,
    version,
    extract: () => Promise.reject(new Error('no file is read here')),
    readPackage: ({ file, ...into }) => readPackage(file, into),
    readReferences: (file) => readReferences(file),
    readStyle: readStyleFile,
    originals: new Originals(folder),
    evidenceNews: new EvidenceNews(),
  };
}

export function openDocuments(folder: string, version?: string) {
  const given = services(folder, version);
  return { ...given, handlers: documentHandlers(given) };
}

export function parsed(opened: CallOutput<'documents.open'>): DespatchDocument {
  return parseDocument(opened.document).document;
}

/** The document's first section of a role, with the text of its first block of a kind replaced. */
export function retyped(document: DespatchDocument, role: string, kind: string, text: string): Section {
  const section = document.sections.find((candidate) => candidate.role === role);
  if (!section || section.role === 'unknown') throw new Error(`no section ${role}`);
  const at = section.blocks.findIndex((block) => block.kind === kind);
  return {
    ...section,
    blocks: section.blocks.map((block, index) =>
      index === at && block.kind !== 'unknown' ? { ...block, content: [{ type: 'text', text }] } : block,
    ),
  };
}

/** A hash of every file under a folder, names included. */
export function fingerprint(folder: string): string {
  const hash = createHash('sha256');
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort((a, b) =>
    path.join(a.parentPath, a.name) < path.join(b.parentPath, b.name) ? -1 : 1,
  )) {
    const file = path.join(entry.parentPath, entry.name);
    hash.update(`${file}\n`);
    if (entry.isFile()) hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}
