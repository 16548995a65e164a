/** What travels from one Despatch sheet to another; other programs read the HTML and text beside it. */
import * as z from 'zod';
import {
  type Inline,
  type KnownBlock,
  knownBlockSchema,
  type SectionRole,
  sectionRoles,
} from '../../../shared/document/schema.ts';
import { type Fragment, fragmentOf, movedFragment } from './fragment.ts';
import type { Notes } from './notes.ts';

export const OWN_TYPE = 'application/x-despatch-blocks';

/** Blocks that stood together in one section. */
export interface OwnPart {
  readonly role: SectionRole;
  /** It begins with the heading of its section, so that it is one wherever it goes. */
  readonly headed: boolean;
  readonly blocks: readonly KnownBlock[];
}

export interface OwnClip {
  /** Id of the document it was copied from. */
  readonly document: string;
  readonly parts: readonly OwnPart[];
  /** What each reference said where it was copied, by target and form. */
  readonly words: Readonly<Record<string, string>>;
}

const shell = z.strictObject({
  version: z.literal(2),
  document: z.string(),
  parts: z.array(
    z.strictObject({ role: z.enum(sectionRoles), headed: z.boolean(), blocks: z.array(z.unknown()).min(1) }),
  ),
  words: z.record(z.string(), z.string()),
});

export function writeOwn(clip: OwnClip): string {
  return JSON.stringify({ version: 2, ...clip });
}

export function wordsKey({ target, show }: { readonly target: string; readonly show: string }): string {
  return `${show} ${target}`;
}

/** Yields after every block, because a long document is copied as easily as a word. @returns null for what is none of ours: any page may write this type. */
export function* readOwn(payload: string): Generator<void, OwnClip | null> {
  let raw: unknown;
  try {
    raw = JSON.parse(payload);
  } catch {
    return null;
  }
  const clip = shell.safeParse(raw);
  if (!clip.success) return null;
  const parts: OwnPart[] = [];
  for (const { role, headed, blocks } of clip.data.parts) {
    const read: KnownBlock[] = [];
    for (const block of blocks) {
      const parsed = knownBlockSchema.safeParse(block);
      if (!parsed.success) return null;
      read.push(parsed.data);
      yield;
    }
    parts.push({ role, headed, blocks: read });
  }
  return { document: clip.data.document, parts, words: clip.data.words };
}

/** References keep pointing where their target stands in the document too; others become the words they were. */
function settled(
  content: readonly Inline[],
  { words }: OwnClip,
  isThere: (id: string) => boolean,
  notes: Notes,
): Inline[] {
  return content.map((inline) => {
    if (inline.type !== 'reference' || isThere(inline.target)) return inline;
    const text = words[wordsKey(inline)] ?? '';
    notes.add('reference', text);
    const { bold, italic, cited } = inline;
    return {
      type: 'text',
      text,
      ...(bold ? { bold } : {}),
      ...(italic ? { italic } : {}),
      ...(cited ? { cited } : {}),
    };
  });
}

/** The document that is pasted into. */
export interface Here {
  readonly documentId: string;
  /** Whether a block of this id stands in it, with words. */
  readonly isHere: (id: string) => boolean;
}

/** @param clip what `part` is a part of. */
export function ownFragments(
  clip: OwnClip,
  part: OwnPart,
  { documentId, isHere }: Here,
  notes: Notes,
): Fragment[] {
  const coming = new Set(clip.parts.flatMap(({ blocks }) => blocks.map(({ id }) => id)));
  const isThere = (id: string) => coming.has(id) || isHere(id);
  return part.blocks.map((block) => {
    // What is no longer where it was copied was cut: it is moved, with what others said of it.
    const isMoved = clip.document === documentId && !isHere(block.id);
    const fragment = isMoved ? movedFragment(block) : fragmentOf(block);
    const { origin } = fragment;
    const table = 'role' in origin ? null : origin.table;
    const rows = table?.rows.map((row) =>
      row.map((cell) => ({ content: settled(cell.content, clip, isThere, notes) })),
    );
    return {
      origin: table && rows && !('role' in origin) ? { ...origin, table: { ...table, rows } } : origin,
      content: settled(fragment.content, clip, isThere, notes),
    };
  });
}
