/** What a new version of the preview takes, against Typst alone on the same document. */
import path from 'node:path';
import { startNodeCompanion } from '../../electron/library/companions/companion-process.ts';
import { renderPdf } from '../../electron/library/export/pdf/index.ts';
import { noPictures } from '../../electron/library/export/pictures.ts';
import { PreviewTypesetter } from '../../electron/library/preview/typesetter.ts';
import { repository } from '../../scripts/lib/repository.ts';
import { serialiseSection } from '../../shared/document/parse.ts';
import type { AnySection, DespatchDocument } from '../../shared/document/schema.ts';
import { printDocument } from '../../shared/print/model.ts';
import { reportDocument } from './generate.ts';
import { type Bench, compare, timed } from './row.ts';

/** Pixels across a page in a panel of ordinary width. */
const WIDTH = 600;

/** The document with some words more in one of its sections, another one each time. */
function edited(document: DespatchDocument, edit: number): { next: DespatchDocument; section: AnySection } {
  const at = edit % document.sections.length;
  const sections = document.sections.map((section, index): AnySection => {
    if (index !== at || section.role === 'unknown') return section;
    const [first, ...rest] = section.blocks;
    if (first === undefined || first.kind === 'unknown') return section;
    const content = [...first.content, { type: 'text' as const, text: ` and ${edit}` }];
    return { ...section, blocks: [{ ...first, content }, ...rest] };
  });
  return { next: { ...document, sections }, section: sections[at] as AnySection };
}

/**
 * One edit until the page is drawn, in a process of its own, against typesetting the document from nothing.
 * @param pages as `reportDocument` counts them: each takes a little more than one of paper.
 */
export function previewRow(name: string, pages: number, limit: number): Bench {
  return {
    name,
    async measure() {
      const entry = path.join(repository, 'electron/typesetter/main.ts');
      const typesetter = new PreviewTypesetter(startNodeCompanion(entry), noPictures);
      let document = reportDocument(pages);
      let edits = 0;
      const show = async (changed: readonly AnySection[]) => {
        const { id: documentId, sections, ...frame } = document;
        const order = sections.map(({ id }) => id);
        const answer = await typesetter.typeset({
          documentId,
          frame,
          order,
          sections: changed.map(serialiseSection),
        });
        if (answer.state === 'missing') throw new Error('The typesetter has lost sections.');
        await typesetter.page(documentId, answer.version, 0, WIDTH);
      };
      try {
        await show(document.sections);
        return await compare(
          { name, unit: 'ms', limit, against: 'Typst alone on the same document, from nothing' },
          9,
          () => {
            edits += 1;
            const { next, section } = edited(document, edits);
            document = next;
            return timed(() => show([section]));
          },
          () => timed(() => renderPdf(printDocument(document))),
        );
      } finally {
        typesetter.stop();
      }
    },
  };
}
