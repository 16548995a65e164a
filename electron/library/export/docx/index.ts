/** Print model → Word file, with Word's own styles, lists, fields and header. */
import { Document, Footer, Header, NumberFormat, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { DespatchError } from '../../../../shared/contract/errors.ts';
import type { PrintDocument } from '../../../../shared/print/model.ts';
import { styleId } from '../../../../shared/print/word-styles.ts';
import { wordLists } from './lists.ts';
import { FOOTER_DISTANCE, HEADER_DISTANCE, MARGIN, PAGE } from './measures.ts';
import { wordParagraph } from './paragraphs.ts';
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

function wordDocument(print: PrintDocument): Document {
  const { kind, marking, title } = print;
  const header = markingParagraphs(marking);
  return new Document({
    title,
    styles: wordPageStyles(kind),
    numbering: wordLists(kind),
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
        },
        ...(header.length > 0 ? { headers: { default: new Header({ children: header }) } } : {}),
        footers: {
          default: new Footer({ children: [...markingParagraphs(marking), pageNumberParagraph()] }),
        },
        children: print.blocks.map((block) => wordParagraph(block, kind === 'briefing')),
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
 * @throws DespatchError `export.failed` with `reason`.
 */
export async function renderDocx(print: PrintDocument): Promise<Uint8Array> {
  try {
    return await zip(compiler.compile(wordDocument(print), undefined, [coreProperties(print.title)]));
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new DespatchError('export.failed', { reason }, { cause: thrown });
  }
}
