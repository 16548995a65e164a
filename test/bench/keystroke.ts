/** A library with one generated report in it, and the save of one keystroke. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { LIBRARY_FILE } from '../../electron/library/db/connection.ts';
import { openLibrary } from '../../electron/library/open.ts';
import { parseDocument } from '../../shared/document/parse.ts';
import type { DespatchDocument, Section } from '../../shared/document/schema.ts';
import { sourceFromText } from '../../shared/import/plain-text.ts';
import { reportText } from './generate.ts';

const context = { signal: new AbortController().signal, progress: () => {} };

export interface Typist {
  /** Adds one character in the middle of the document and saves its section. */
  type(): Promise<void>;
  /** Bytes written to the log so far. */
  written(): number;
  close(): void;
}

function middle(document: DespatchDocument): Section {
  const section = document.sections[Math.floor(document.sections.length / 2)];
  if (!section || section.role === 'unknown') throw new Error('The generated report has no middle.');
  return section;
}

export async function typistAt(folder: string, pages: number): Promise<Typist> {
  const library = openLibrary({
    folder,
    now: () => new Date(),
    mint: () => crypto.randomUUID(),
    extract: async () => sourceFromText(reportText(pages), 'report.md'),
  });
  const { handlers, grants } = library;
  grants.give('report', 'report.md', 'read');
  const { documentId } = await handlers['documents.import'](
    { source: { grant: 'report' }, as: 'report' },
    context,
  );
  const opened = await handlers['documents.open']({ documentId }, context);
  const section = middle(parseDocument(opened.document).document);
  const last = section.blocks.at(-1);
  if (!last || last.kind === 'unknown') throw new Error('The generated section is empty.');
  let revision = opened.revision;
  let typed = '';
  return {
    async type() {
      typed = typed.length < 100 ? `${typed}x` : '';
      const changed = { ...last, content: [...last.content, { type: 'text', text: ` ${typed}` }] };
      const sections = [{ ...section, blocks: [...section.blocks.slice(0, -1), changed] }];
      const input = { documentId, baseRevision: revision, sections };
      ({ revision } = await handlers['documents.saveSections'](input, context));
    },
    written: () => statSync(path.join(folder, `${LIBRARY_FILE}-wal`), { throwIfNoEntry: false })?.size ?? 0,
    close: library.close,
  };
}
