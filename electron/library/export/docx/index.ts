/** Print model → Word file, with Word's own styles, lists, fields and header. */
import { Document, Footer, Header, NumberFormat, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { DespatchError } from '../../../../shared/contract/errors.ts';
import type { PrintDocument } from '../../../../shared/print/blocks.ts';
import { EXEMPTION_PROPERTY, styleId } from '../../../../shared/print/word-styles.ts';
import { noPictures } from '../pictures.ts';
import { wordBlocks } from './blocks.ts';
import { type WordContext, wordContext } from './context.ts';
import { Links } from './links.ts';
import { wordLists } from './lists.ts';
import { FOOTER_DISTANCE, HEADER_DISTANCE, MARGIN, PAGE } from './measures.ts';
import { endnoteProperties, wordNotes } from './notes.ts';
import { coreProperties } from './properties.ts';
import { wordPageStyles } from './styles.ts';
import { type Parts, zip } from './zip.ts';

function markingParagraphs(marking: string | null): Paragraph[] {
  return marking === null
    ? []
    : [new Paragraph({ style: styleId('marking'), children: [new TextRun(marking)] })];
}

function pageNumberParagraph(): Paragraph {
  const children = ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES];
  return new Paragraph({ style: styleId('pageNumber'), children: [new TextRun({ children })] });
}

function wordDocument(context: WordContext): Document {
  const { print } = context;
  const { marking, title } = print;
  const header = markingParagraphs(marking);
  return new Document({
    title,
    styles: wordPageStyles(print),
    numbering: wordLists(print),
    ...wordNotes({ ...context, links: new Links() }),
    ...(print.threads.length > 0 ? { comments: context.comments.options } : {}),
    customProperties: (print.exemptions ?? []).map((exemption, at) => ({
      name: `${EXEMPTION_PROPERTY}${at + 1}`,
      value: JSON.stringify(exemption),
    })),
    sections: [
      {
        properties: {
          page: {
            size: PAGE,
            margin: {
              top: MARGIN,
              right: MARGIN,
              bottom: MARGIN,
              left: MARGIN,
              header: HEADER_DISTANCE,
              footer: FOOTER_DISTANCE,
            },
            pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL },
          },
          ...(print.notesAt === 'end' ? { endnoteProperties } : {}),
        },
        ...(header.length > 0 ? { headers: { default: new Header({ children: header }) } } : {}),
        footers: {
          default: new Footer({ children: [...markingParagraphs(marking), pageNumberParagraph()] }),
        },
        children: wordBlocks(context),
      },
    ],
  });
}

interface Compiler {
  /** @param overrides parts in place of the compiler's own. */
  compile(
    document: Document,
    prettify: undefined,
    overrides: readonly { path: string; data: string }[],
  ): Parts;
}
/** docx keeps it private; reached all the same, so that its parts need not go through its zip (`zip.ts`). */
const { compiler } = Packer as unknown as { readonly compiler: Compiler };

/**
 * Writes a Word file. The same model gives the same bytes.
 * @throws DespatchError `image.missing` and `export.imageFormat` with the picture's `blockId`, `export.failed` with
 *   `reason` for anything else.
 */
export async function renderDocx(print: PrintDocument, pictures = noPictures): Promise<Uint8Array> {
  try {
    const context = wordContext(print, pictures);
    const parts = compiler.compile(wordDocument(context), undefined, [coreProperties(print.title)]);
    return await zip(context.citations.keptIn(parts));
  } catch (thrown) {
    if (thrown instanceof DespatchError) throw thrown;
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new DespatchError('export.failed', { reason }, { cause: thrown });
  }
}
