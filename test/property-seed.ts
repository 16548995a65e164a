/**
 * Every property starts from the seed that `vitest.config.ts` makes from the sources: the same sources give the same
 * answer on every machine, and each change has other cases tried. `npm run properties` tries more of them.
 */
import fc from 'fast-check';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    readonly propertySeed: number;
  }
}

fc.configureGlobal({ seed: inject('propertySeed') });
