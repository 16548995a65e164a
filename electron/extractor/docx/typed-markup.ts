/** Word files whose bold and italic were never formatted but typed with asterisks, as text files have them. */
import { plainText } from '../../../shared/document/walk.ts';
import { parseInlineMarkup } from '../../../shared/import/inline-markup.ts';
import type { SourceLine, SourceNotice, SourceText } from '../../../shared/import/source.ts';

const typedBold = /\*\*[^\s*][^*\n]*\*\*/;

function isPlain({ content }: SourceLine): boolean {
  return content.every((inline) => inline.type === 'break' || (!inline.bold && !inline.italic));
}

/** Reads asterisks as formatting where the file has no formatting of its own; told in a notice. */
export function readTypedMarkup(source: SourceText): SourceText {
  const typed = source.lines.filter(({ content }) => typedBold.test(plainText(content)));
  if (typed.length === 0 || !source.lines.every(isPlain)) return source;
  const notice: SourceNotice = {
    code: 'typedMarkup',
    message: 'Asterisks around words were read as bold and italic: the file has no other formatting.',
    original: typed.flatMap(({ original }) => original),
    at: null,
  };
  const lines = source.lines.map((line) => ({
    ...line,
    content: line.content.flatMap((inline) =>
      inline.type === 'text' && inline.text.includes('*') ? parseInlineMarkup(inline.text) : [inline],
    ),
  }));
  return { ...source, lines, notices: [notice, ...source.notices] };
}
