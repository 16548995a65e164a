import { defineConfig } from 'vitest/config';
import { propertySeed } from './scripts/lib/property-seed.ts';

const seeded = { setupFiles: ['test/property-seed.ts'], provide: { propertySeed: propertySeed() } };

/** `real`: starts real windows, processes or converters; one file at a time, because the machine has two cores. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...seeded,
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'test/bench/**'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A real window on a busy build machine; what is right is seen at once all the same.
          expect: { poll: { timeout: 5_000 } },
        },
      },
    ],
  },
});
