/** Reading evidence in tests, and what is true of every extraction. */
import { expect } from 'vitest';
import { readEvidence } from '../../../../electron/extractor/evidence/index.ts';
import { DespatchError } from '../../../../shared/contract/errors.ts';
import { type Extraction, extractionSchema } from '../../../../shared/evidence/extraction.ts';

export function expectSound(extraction: Extraction): void {
  extractionSchema.parse(extraction);
  for (const { text, roles, label } of extraction.pages) {
    expect(text).not.toMatch(/(?![\n\t])\p{Cc}|\p{Cs}/u);
    expect(text).not.toMatch(/^\n|\n$/);
    expect([0, text.split('\n').length]).toContain(roles.length);
    expect(label ?? '').not.toMatch(/\p{Cc}/u);
  }
  for (const { page } of extraction.outline) expect(page).toBeLessThanOrEqual(extraction.pages.length);
}

export async function read(bytes: string | Uint8Array, name: string): Promise<Extraction> {
  const extraction = await readEvidence(Buffer.from(bytes as Uint8Array), name);
  expectSound(extraction);
  return extraction;
}

/** @returns the error that a file is refused with. */
export async function refusal(bytes: string | Uint8Array, name: string): Promise<DespatchError> {
  const fault = await readEvidence(Buffer.from(bytes as Uint8Array), name).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(fault instanceof DespatchError)) throw new Error(`not refused as expected: ${String(fault)}`);
  expect(fault.details['file']).toBe(name);
  expect(String(fault.details['reason'])).not.toMatch(/undefined|\n/);
  return fault;
}

export function textOf(extraction: Extraction): string {
  return extraction.pages.map(({ text }) => text).join('\n');
}

/** Lines of the first page with what they are, all of them named. */
export function linesOf({ pages }: Extraction, page = 0): [string, string][] {
  const { text = '', roles = [] } = pages[page] ?? {};
  return text.split('\n').map((line, at) => [roles[at] ?? 'text', line]);
}
