/** Documents that we write about a meeting: notices, minutes, decisions. They are drafts that people go on editing. */
import { fieldBlock, type Mint, plainBlock, section, tableBlock } from '../document/build.ts';
import { DOCUMENT_FORMAT } from '../document/format.ts';
import type { Block, DespatchDocument, FieldName, Inline, Marking, Section } from '../document/schema.ts';
import { defaultSettings } from '../document/settings.ts';
import { MAX_BLOCKS_PER_SECTION } from '../document/structure.ts';
import type { Exemption } from './exemption.ts';
import type { Contact } from './meeting.ts';

/** Words, some of them bold; a line break is one newline. */
export type Words = string | readonly (string | { readonly bold: string })[];

export type Part =
  /** Numbered through the document; level 1 stands under the one before it as a., b., c. */
  | { readonly type: 'paragraph'; readonly words: Words; readonly level?: 0 | 1 }
  /** Unnumbered. */
  | { readonly type: 'text'; readonly words: Words }
  | {
      readonly type: 'heading';
      readonly words: string;
      readonly level: 1 | 2 | 3;
      /** With all that stands under it. */
      readonly exempt?: Exemption | undefined;
    }
  /** The first row names the columns; each row has as many cells as it. */
  | { readonly type: 'table'; readonly caption: string; readonly rows: readonly (readonly string[])[] };

export interface Composition {
  readonly title: string;
  readonly marking: Marking | null;
  /** Of the title block; empty ones are left out. */
  readonly fields: readonly (readonly [FieldName, string])[];
  readonly contact: Contact | null;
  readonly parts: readonly Part[];
}

function inlines(words: Words): Inline[] {
  const runs = typeof words === 'string' ? [words] : words;
  return runs.flatMap((run): Inline[] => {
    const { text, bold } =
      typeof run === 'string' ? { text: run, bold: false } : { text: run.bold, bold: true };
    const lines = text.split('\n');
    return lines.flatMap((line, at): Inline[] => [
      ...(at === 0 ? [] : [{ type: 'break' as const }]),
      ...(line === ''
        ? []
        : [{ type: 'text' as const, text: line, ...(bold ? { bold: true as const } : {}) }]),
    ]);
  });
}

function blockOf(mint: Mint, part: Part): Block {
  switch (part.type) {
    case 'table': {
      const rows = part.rows.map((row) => row.map((cell) => inlines(cell)));
      const table = tableBlock(mint, rows, { headerRow: true, headerColumn: false });
      return { ...table, content: inlines(part.caption) };
    }
    case 'heading':
      return {
        ...plainBlock(mint, 'heading', inlines(part.words), part.level),
        ...(part.exempt === undefined ? {} : { exempt: part.exempt }),
      };
    case 'paragraph':
      return plainBlock(mint, 'paragraph', inlines(part.words), part.level ?? 0);
    case 'text':
      return plainBlock(mint, 'text', inlines(part.words));
  }
}

/** A section begins with each first heading, and where it would hold too many blocks. */
function sectionsOf(mint: Mint, parts: readonly Part[]): Section[] {
  const groups: Part[][] = [];
  for (const part of parts) {
    const group = groups.at(-1);
    const begins = part.type === 'heading' && part.level === 1;
    if (group === undefined || begins || group.length >= MAX_BLOCKS_PER_SECTION) groups.push([part]);
    else group.push(part);
  }
  return groups.map((group) =>
    section(
      mint,
      'body',
      group.map((part) => blockOf(mint, part)),
    ),
  );
}

/** A report: of the kinds there are, the one that a committee's papers have. */
export function compose(
  mint: Mint,
  { title, marking, fields, contact, parts }: Composition,
): DespatchDocument {
  const filled = (pairs: readonly (readonly [FieldName, string])[]) =>
    pairs
      .filter(([, words]) => words.trim() !== '')
      .map(([name, words]) => fieldBlock(mint, name, inlines(words)));
  const contacts = filled(
    contact === null
      ? []
      : [
          ['contactName', contact.name],
          ['telephone', contact.telephone],
          ['email', contact.email],
        ],
  );
  return {
    format: DOCUMENT_FORMAT,
    id: mint(),
    kind: 'report',
    marking,
    settings: defaultSettings,
    sections: [
      section(mint, 'front', [plainBlock(mint, 'title', inlines(title)), ...filled(fields)]),
      ...sectionsOf(mint, parts),
      ...(contacts.length === 0
        ? []
        : [section(mint, 'contact', [plainBlock(mint, 'heading', inlines('Contact'), 1), ...contacts])]),
    ],
  };
}
