/** Figures that are cited from words which do not say them. */
import { figuresOf } from '../evidence/coverage.ts';
import type { SourcedFigure } from '../evidence/sourcing.ts';
import type { Rule } from './rule.ts';
import { quote } from './words.ts';

export const figureNotCited: Rule = {
  name: 'figure-not-in-citation',
  *check({ blocks }) {
    for (const checked of blocks) {
      yield null;
      const said = new Set<string>();
      for (const found of figuresOf(checked)) {
        if (found.standing !== 'elsewhere' || said.has(found.figure.words)) continue;
        said.add(found.figure.words);
        yield {
          severity: 'warning',
          blockId: checked.block.id,
          message: messageOf(found),
          place: found.place,
        };
      }
    }
  },
};

function messageOf({ figure, citations, instead }: SourcedFigure): string {
  const words = quote(figure.words);
  const [first] = citations;
  const cited = first ? quote(first.locator.quote.exact, 80) : '';
  const where =
    citations.length === 1
      ? `the words it cites, ${cited}`
      : `any of the ${citations.length} passages cited for it`;
  const theirs = instead === null ? '' : ` The source says ${quote(instead)}.`;
  return `The figure ${words} is not in ${where}.${theirs} Correct it, or cite the words that say it.`;
}
