/** The templates that Despatch brings, read as files, and documents filled from them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { Block, DespatchDocument, Inline } from '../../../shared/document/schema.ts';
import { instantiate } from '../../../shared/templates/instantiate.ts';
import { parseTemplate } from '../../../shared/templates/parse.ts';
import type { Template } from '../../../shared/templates/schema.ts';

const folder = path.join(import.meta.dirname, '../../../resources/document-templates');

export function counter(prefix = 'id'): () => string {
  let next = 0;
  return () => `${prefix}-${++next}`;
}

export const shipped: readonly Template[] = readdirSync(folder)
  .sort()
  .map((file) => parseTemplate(readFileSync(path.join(folder, file), 'utf8'), file));

/** No word of a template begins with it. */
export const SECRET = 'Zq';

const inline = (targets: readonly string[]): fc.Arbitrary<Inline> =>
  fc.oneof(
    fc.string({ minLength: 1, maxLength: 8 }).map((text) => ({ type: 'text' as const, text: SECRET + text })),
    fc
      .string({ minLength: 1, maxLength: 8 })
      .map((text) => ({ type: 'text' as const, text: SECRET + text, comments: ['thread-1'] })),
    fc
      .constantFrom(...targets)
      .map((target) => ({ type: 'reference' as const, target, show: 'label' as const })),
  );

/** A document begun from any template, with words, comments and references in all blocks that were empty. */
export const filled: fc.Arbitrary<DespatchDocument> = fc.constantFrom(...shipped).chain((template) => {
  const document = instantiate(template, counter());
  const ids = document.sections.flatMap(({ blocks }) => blocks.map(({ id }) => id));
  return fc
    .infiniteStream(fc.array(inline([...ids, 'gone']), { minLength: 1, maxLength: 3 }))
    .map((stream) => {
      const fill = (block: Block): Block =>
        block.kind === 'unknown' || block.content.length > 0
          ? block
          : { ...block, content: stream.next().value as Inline[] };
      return {
        ...document,
        marking: { classification: 'OFFICIAL-SENSITIVE' as const, descriptor: SECRET, handling: SECRET },
        sections: document.sections.map((section) =>
          section.role === 'unknown' ? section : { ...section, blocks: section.blocks.map(fill) },
        ),
      };
    });
});
