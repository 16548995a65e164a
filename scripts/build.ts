/** Builds the bundle: `dist/electron` and `dist/renderer`. */
import { ensureBundle } from './bundle/ensure.ts';

const started = performance.now();
await Promise.all([ensureBundle('electron', { force: true }), ensureBundle('renderer', { force: true })]);
console.log(`Built dist/ in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
