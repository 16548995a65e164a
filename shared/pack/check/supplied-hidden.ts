/** Supplied PDFs that hold more than they show: words under black, notes of readers, layers, files packed in. */
import { count, list, quote } from '../../checks/words.ts';
import type { PackRule } from './context.ts';
import { supplied } from './supplied-access.ts';
import { named, pageWords } from './words.ts';

const once = (pages: readonly number[]) => [...new Set(pages)].sort((a, b) => a - b);

export const redactionNotApplied: PackRule = {
  name: 'redaction-not-applied',
  *check(context) {
    for (const { at, pdf } of supplied(context)) {
      if (pdf.redactions.length === 0) continue;
      const message = `On ${pageWords(pdf.redactions)} something is marked for redaction and was never taken out: the words are all there. Apply the redactions in the program that marked them and add the file again.`;
      yield { severity: 'error', at, pages: pdf.redactions, message };
    }
  },
};

export const wordsUnderBlack: PackRule = {
  name: 'words-under-black',
  *check(context) {
    for (const { at, pdf } of supplied(context)) {
      const [first] = pdf.covered;
      if (!first) continue;
      const pages = once(pdf.covered.map(({ page }) => page));
      const more = pdf.covered.length - 1;
      const others = more === 0 ? '' : ` and ${count(more, 'other place')}`;
      const message = `Words on ${pageWords(pages)} are covered with black but still in the file: anybody can copy ${quote(first.words)}${others}. Take the words themselves out and add the file again.`;
      yield { severity: 'error', at, pages, message };
    }
  },
};

export const readersNotes: PackRule = {
  name: 'readers-notes',
  *check(context) {
    const kept = context.meeting.layout.keepAnnotations;
    for (const { at, pdf } of supplied(context)) {
      if (pdf.comments.length === 0) continue;
      const pages = once(pdf.comments.map(({ page }) => page));
      const authors = [
        ...new Set(pdf.comments.map(({ author }) => author).filter((author) => author !== '')),
      ];
      const by = authors.length === 0 ? '' : ` by ${named(authors)}`;
      const said = pdf.comments.find(({ words }) => words !== '')?.words;
      const such = said === undefined ? '' : `, such as ${quote(said)}`;
      const then = kept
        ? 'They will be published with the pack. Look at each, or set the pack to leave them out.'
        : 'They are left out of the pack. See whether somebody still has to answer them.';
      const message = `Readers have left ${count(pdf.comments.length, 'note')}${by} on ${pageWords(pages)}${such}. ${then}`;
      yield { severity: kept ? 'error' : 'warning', at, pages, message };
    }
  },
};

export const hiddenLayers: PackRule = {
  name: 'hidden-layers',
  *check(context) {
    for (const { at, pdf } of supplied(context)) {
      if (pdf.hiddenLayers.length === 0) continue;
      const one = pdf.hiddenLayers.length === 1;
      const message = `The layer${one ? '' : 's'} ${named(pdf.hiddenLayers)} ${one ? 'is' : 'are'} in the file and not shown; anybody can show ${one ? 'it' : 'them'}. Ask for a PDF without hidden layers.`;
      yield { severity: 'warning', at, message };
    }
  },
};

export const partsRemoved: PackRule = {
  name: 'parts-removed',
  *check(context) {
    for (const { at, pdf } of supplied(context)) {
      const removed = [
        ...(pdf.scripts > 0 ? ['programs (JavaScript)'] : []),
        ...(pdf.launches > 0 ? ['links that start other programs or send data'] : []),
        ...(pdf.media > 0 ? ['films or sounds'] : []),
        ...(pdf.attachments.length > 0 && !pdf.portfolio
          ? [`the attached ${pdf.attachments.length === 1 ? 'file' : 'files'} ${named(pdf.attachments)}`]
          : []),
      ];
      if (removed.length > 0) {
        const message = `The PDF has ${list(removed)}, which the pack leaves out. Add attached files as papers of their own if members need them.`;
        yield { severity: pdf.attachments.length > 0 ? 'warning' : 'note', at, message };
      }
    }
  },
};

export const formFlattened: PackRule = {
  name: 'form-flattened',
  *check(context) {
    for (const { at, pdf } of supplied(context)) {
      if (pdf.signatures > 0) {
        const message = `The PDF is signed electronically; in the pack the signature is a picture that proves nothing. Keep the signed file itself.`;
        yield { severity: 'warning', at, message };
      } else if (pdf.fields > 0 && pdf.xfa !== 'dynamic') {
        const message = `The PDF is a form with ${count(pdf.fields, 'field')}; in the pack they are print, as filled in now.`;
        yield { severity: 'note', at, message };
      }
    }
  },
};
