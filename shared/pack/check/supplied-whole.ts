/** Supplied PDFs that are not what they seem: forms and folders without pages of their own, damage, size, titles. */
import { quote } from '../../checks/words.ts';
import type { PackRule } from './context.ts';
import { pagesThat, supplied } from './supplied-access.ts';
import { capital, folded, named, pageWords, sizeWords } from './words.ts';

export const pagesMissing: PackRule = {
  name: 'pages-missing',
  *check(context) {
    for (const { at, pdf } of supplied(context)) {
      if (pdf.xfa === 'dynamic') {
        const message =
          'The PDF is a form whose pages only Adobe Acrobat can show; the pack would have a page that says “Please wait”. Print it to a PDF in Acrobat and add that.';
        yield { severity: 'error', at, message };
      } else if (pdf.portfolio) {
        const inside = pdf.attachments.length === 0 ? '' : `: ${named(pdf.attachments)}`;
        const message = `The PDF is a portfolio, a folder of other files${inside}. The pack would have its cover only. Add the files in it one by one.`;
        yield { severity: 'error', at, message };
      }
    }
  },
};

export const fileDamaged: PackRule = {
  name: 'file-damaged',
  *check(context) {
    for (const { at, pdf } of supplied(context)) {
      if (pdf.damage === 'none') continue;
      const message =
        pdf.damage === 'cutOff'
          ? `The end of the file is missing: it may have been cut off, and pages after ${pdf.pages.length} may be lost. Ask for another copy.`
          : 'The PDF is damaged, though all its pages could be read. Look through it in the pack, or ask for another copy.';
      yield { severity: 'warning', at, message };
    }
  },
};

export const fileTooLarge: PackRule = {
  name: 'file-too-large',
  *check(context) {
    const most = context.settings.largestFile;
    for (const at of context.papers) {
      const { content } = at;
      const bytes =
        content?.type === 'pdf'
          ? content.inspection.bytes
          : content?.type === 'document'
            ? content.bytes
            : null;
      if (bytes === null || bytes === undefined || bytes <= most) continue;
      const message = `The file has ${sizeWords(bytes)}, more than the ${sizeWords(most)} that a file should have. Ask for a smaller one: pictures of 150 to 200 dots an inch are enough.`;
      yield { severity: 'warning', at, message };
    }
  },
};

/** Points: of a stamp, and longer than the long side of A3. */
const SMALLEST = 72;
const LARGEST = 1200;

export const pageSize: PackRule = {
  name: 'page-size',
  *check(context) {
    for (const { at, pdf } of supplied(context)) {
      const tiny = pagesThat(pdf, ({ width, height }) => Math.min(width, height) < SMALLEST);
      if (tiny.length > 0) {
        const message = `${capital(pageWords(tiny))} ${tiny.length === 1 ? 'is' : 'are'} less than an inch wide or high: too small for words, and for a page number of the pack. See whether the file is the right one.`;
        yield { severity: 'warning', at, pages: tiny, message };
      }
      const huge = pagesThat(pdf, ({ width, height }) => Math.max(width, height) > LARGEST);
      if (huge.length > 0) {
        const message = `${capital(pageWords(huge))} ${huge.length === 1 ? 'is' : 'are'} larger than A3, and will be hard to read when printed on A4. Plans are better shown in parts as well.`;
        yield { severity: 'note', at, pages: huge, message };
      }
    }
  },
};

/** What programs write by themselves where nobody has given a title. */
const byMachine =
  /^(?:microsoft (?:word|powerpoint|excel|office)\b|untitled|document ?\d*$|presentation ?\d*$|book ?\d*$|slide \d+$|scan(?:ned)?[\s_-]?\d*|img[_-]?\d+|doc\d+|(?:full|layout|print) ?\d*$|.*\.(?:docx?|pdf|rtf|odt|pptx?|xlsx?|indd|pub|dot[xm]?|tmp|qxd|ai)$)/iu;

export const wrongTitle: PackRule = {
  name: 'wrong-title',
  *check(context) {
    for (const { at, pdf } of supplied(context)) {
      if (pdf.title === '') {
        const message = `The PDF has no title of its own, which a screen reader would say first. In the pack it is called ${quote(at.paper.title)}.`;
        yield { severity: 'note', at, message };
      } else if (byMachine.test(pdf.title)) {
        const message = `The PDF calls itself ${quote(pdf.title)}, which is no title. In the pack it is called ${quote(at.paper.title)}; ask for the title to be set where the file is published by itself.`;
        yield { severity: 'warning', at, message };
      } else if (!isAlike(pdf.title, at.paper.title)) {
        const message = `The PDF calls itself ${quote(pdf.title)}, the agenda ${quote(at.paper.title)}. See whether it is the right file.`;
        yield { severity: 'warning', at, message };
      }
    }
  },
};

const emptyWords = new Set(
  'a an and at by draft final for from in of on report the to v1 v2 v3 version with'.split(' '),
);

function telling(title: string): Set<string> {
  return new Set(
    folded(title)
      .split(' ')
      .filter((word) => word !== '' && !emptyWords.has(word)),
  );
}

/** One says at least half of what the other says. */
function isAlike(one: string, other: string): boolean {
  const [a, b] = [telling(one), telling(other)];
  const smaller = Math.min(a.size, b.size);
  if (smaller === 0) return true;
  return [...a].filter((word) => b.has(word)).length * 2 >= smaller;
}

export const documentTitle: PackRule = {
  name: 'document-title',
  *check({ papers }) {
    for (const at of papers) {
      if (at.content?.type !== 'document') continue;
      const line = at.lines.find(({ kind }) => kind === 'title');
      const own = line?.text.trim() ?? '';
      if (own === '' || isAlike(own, at.paper.title)) continue;
      const message = `The document is headed ${quote(own)}, the agenda says ${quote(at.paper.title)}. Make them agree, or see whether it is the right document.`;
      yield { severity: 'warning', at, blockId: line?.blockId ?? null, message };
    }
  },
};
