/** What the template allows. Pages are known only to whoever has typeset the document, so they are not judged here. */
import { countDocument, speakingMinutes } from '../counts/count.ts';
import { lazily } from '../lazily.ts';
import type { Rule } from './rule.ts';

const number = lazily(() => new Intl.NumberFormat('en-GB'));

export const limits: Rule = {
  name: 'over-limit',
  *check({ document, anchor }) {
    const { words: mostWords, minutes: mostMinutes } = document.settings.limits;
    if (mostWords === null && mostMinutes === null) return;
    const { words, spoken } = countDocument(document);
    if (mostWords !== null && words > mostWords) {
      yield {
        severity: 'warning',
        blockId: anchor,
        message: `The document has ${number().format(words)} words; its limit is ${number().format(mostWords)}. Take out ${number().format(words - mostWords)}, or change the limit in the document’s settings.`,
      };
    }
    const minutes = Math.ceil(speakingMinutes(spoken));
    if (mostMinutes !== null && minutes > mostMinutes) {
      yield {
        severity: 'warning',
        blockId: anchor,
        message: `What is to be said takes about ${minutes} minutes; the limit is ${mostMinutes}. Shorten points and questions, or change the limit in the document’s settings.`,
      };
    }
  },
};
