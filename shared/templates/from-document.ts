/** A document as a template that others begin from. */
import type { DespatchDocument, Inline, KnownBlock } from '../document/schema.ts';
import { walk } from '../document/walk.ts';
import { withContent, withoutComments } from './copy.ts';
import { TEMPLATE_VERSION, type Template, type TemplateBlock } from './schema.ts';

export interface TemplateHead {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly department: string;
}

/**
 * @param document without unknown parts.
 * @param lock keeps the words and places of headings and labels in every document made from it.
 */
export function templateFrom(document: DespatchDocument, head: TemplateHead, lock: boolean): Template {
  const { kind, marking, settings } = document;
  const targets = referredTo(document);
  const sections = document.sections.flatMap((section) => {
    if (section.role === 'unknown') return [];
    const blocks = section.blocks.flatMap((block) =>
      block.kind === 'unknown' ? [] : (written(block, targets, lock) ?? []),
    );
    return blocks.length === 0 ? [] : [{ role: section.role, blocks }];
  });
  const { template: _, ...kept } = settings;
  return { version: TEMPLATE_VERSION, ...head, kind, marking, settings: kept, words: [], sections };
}

/** What a document loses when it becomes a template, because only a library can keep it. */
export function picturesIn(document: DespatchDocument): number {
  return [...walk(document)].filter(({ block }) => block.kind === 'image').length;
}

function referredTo(document: DespatchDocument): ReadonlySet<string> {
  const present = new Set(
    [...walk(document)].filter(({ block }) => block.kind !== 'image').map(({ block }) => block.id),
  );
  const targets = new Set<string>();
  for (const { block } of walk(document)) {
    if (block.kind === 'unknown') continue;
    for (const inline of block.content) {
      if (inline.type === 'reference' && present.has(inline.target)) targets.add(inline.target);
    }
  }
  return targets;
}

function written(block: KnownBlock, targets: ReadonlySet<string>, lock: boolean): TemplateBlock | null {
  if (block.kind === 'image') return null;
  const resolvable = (content: readonly Inline[]) =>
    withoutComments(content).filter((inline) => inline.type !== 'reference' || targets.has(inline.target));
  const { id, citations: _, ...rest } = withContent(block, resolvable);
  const [only] = rest.content;
  const plain = rest.content.length === 1 && only?.type === 'text' && Object.keys(only).length === 2;
  const locks = lock && (block.kind === 'heading' || block.kind === 'label');
  return {
    ...rest,
    ...(targets.has(id) ? { id } : {}),
    ...(locks ? { locked: true as const } : {}),
    content: plain ? only.text : rest.content,
  } as TemplateBlock;
}

/** The id of a template by its name: "Q&A pack (2026)" becomes "q-a-pack-2026". */
export function templateIdFor(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');
  return plain === '' ? 'template' : plain;
}
