/** Figures a reader will ask about, in sentences that name no source and without a link to the evidence. */
import { figuresOf } from '../evidence/coverage.ts';
import type { Rule } from './rule.ts';
import { list, quote } from './words.ts';

export const unsourcedFigure: Rule = {
  name: 'unsourced-figure',
  *check({ blocks }) {
    for (const checked of blocks) {
      const open = figuresOf(checked).filter(({ standing, asked }) => asked && standing === 'none');
      yield null;
      const figures = [...new Set(open.map(({ figure }) => quote(figure.words)))];
      if (figures.length === 0) continue;
      yield {
        severity: 'warning',
        blockId: checked.block.id,
        message:
          figures.length === 1
            ? `The figure ${figures[0]} has no source. Link it to the evidence, or name the source and year in brackets.`
            : `The figures ${list(figures)} have no source. Link them to the evidence, or name the source and year in brackets.`,
      };
    }
  },
};
