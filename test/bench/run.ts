/** `npm run bench [-- NAME…] [--json FILE]`: prints the table; the exit code is 0 whatever the figures. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureBundle } from '../../scripts/bundle/ensure.ts';
import type { Bench, Row } from './row.ts';

const benches: Readonly<Record<string, () => Promise<{ readonly bench: Bench }>>> = {
  convert: () => import('./rows/convert.ts'),
  window: () => import('./rows/window.ts'),
  'window-by-list': () => import('./rows/window-by-list.ts'),
  'docx-against-pandoc': () => import('./rows/docx-against-pandoc.ts'),
  'docx-ten-times': () => import('./rows/docx-ten-times.ts'),
  'pdf-ten-times': () => import('./rows/pdf-ten-times.ts'),
  'pdf-thousand-pages': () => import('./rows/pdf-thousand-pages.ts'),
  'brief-against-typst': () => import('./rows/brief-against-typst.ts'),
  'report-against-libreoffice': () => import('./rows/report-against-libreoffice.ts'),
  'pack-assembly': () => import('./rows/pack-assembly.ts'),
  'save-time': () => import('./rows/save-time.ts'),
  'save-bytes': () => import('./rows/save-bytes.ts'),
  'evidence-recheck': () => import('./rows/evidence-recheck.ts'),
  'key-300-pages': () => import('./rows/key-300-pages.ts'),
  'key-20000-blocks': () => import('./rows/key-20000-blocks.ts'),
  'open-300-pages': () => import('./rows/open-300-pages.ts'),
  'scroll-300-pages': () => import('./rows/scroll-300-pages.ts'),
  'memory-300-pages': () => import('./rows/memory-300-pages.ts'),
  'memory-1000-edits': () => import('./rows/memory-1000-edits.ts'),
  preview: () => import('./rows/preview.ts'),
  'preview-300-pages': () => import('./rows/preview-300-pages.ts'),
  'read-cited-page': () => import('./rows/read-cited-page.ts'),
  'read-cited-page-cold': () => import('./rows/read-cited-page-cold.ts'),
  'evidence-intake': () => import('./rows/evidence-intake.ts'),
  'search-1000000': () => import('./rows/search-1000000.ts'),
  'search-200000': () => import('./rows/search-200000.ts'),
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } });
const names = positionals.length === 0 ? Object.keys(benches) : positionals;
await ensureBundle('electron');
const rows: Row[] = [];
console.log(`${'name'.padEnd(22)}${'ours'.padStart(14)}${'peer'.padStart(14)}  ratio and limit`);
for (const name of names) {
  const row = await measured(name);
  if (!row) continue;
  rows.push(row);
  console.log(lineOf(row));
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);

async function measured(name: string): Promise<Row | undefined> {
  const load = benches[name];
  if (!load) {
    console.error(`There is no bench ${name}; there are ${Object.keys(benches).join(', ')}.`);
    return undefined;
  }
  try {
    return await (await load()).bench.measure();
  } catch (error) {
    console.error(`${name} could not be measured: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

function lineOf({ name, ours, peer, unit, ratio, limit, runs, against }: Row): string {
  const figure = (value: number) =>
    `${unit === 'ms' ? value.toFixed(value < 10 ? 2 : 0) : Math.round(value).toLocaleString('en-GB')} ${unit}`;
  const verdict =
    ratio === null ? 'no peer' : `${ratio.toFixed(2)} of ${limit}${ratio > limit ? '  OVER' : ''}`;
  const sides = `${figure(ours).padStart(14)}${(peer === null ? 'absent' : figure(peer)).padStart(14)}`;
  return `${name.padEnd(22)}${sides}  ${verdict.padEnd(18)}${String(runs).padStart(3)} runs  against ${against}`;
}
