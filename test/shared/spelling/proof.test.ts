import { expect, test } from 'vitest';
import { plainBlock, section } from '../../../shared/document/build.ts';
import type { DespatchDocument, Inline } from '../../../shared/document/schema.ts';
import { misspellings } from '../../../shared/spelling/misspellings.ts';
import { Proof } from '../../../shared/spelling/proof.ts';
import { newDocument } from '../document/blank.ts';

let minted = 0;
const mint = () => `id-${++minted}`;
const words = (text: string): Inline[] => [{ type: 'text', text }];

function documentOf(...texts: readonly string[]): DespatchDocument {
  const sections = texts.map((text) => section(mint, 'topic', [plainBlock(mint, 'point', words(text))]));
  return { ...newDocument('briefing', mint), sections };
}

function read(proof: Proof, document: DespatchDocument) {
  const steps = proof.read(document);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

test('words are asked about once, and a section is read again when the last of them is answered', () => {
  const proof = new Proof();
  const document = documentOf('The harbuor is open', 'The lenght');
  expect([...read(proof, document).unseen]).toEqual(['The', 'harbuor', 'is', 'open', 'lenght']);
  proof.learn(['The', 'harbuor', 'is', 'open'], ['harbuor']);
  const half = read(proof, document);
  expect([...half.unseen]).toEqual(['lenght']);
  expect(half.found.map(({ word }) => word)).toEqual(['harbuor']);
  proof.learn(['lenght'], ['lenght']);
  const whole = read(proof, document);
  expect(whole.unseen.size).toBe(0);
  expect(whole.found.map(({ word }) => word)).toEqual(['harbuor', 'lenght']);
});

test('what is kept of other sections is what reading everything again would find', () => {
  const proof = new Proof();
  const document = documentOf('A harbuor', 'A lenght', 'A quay');
  proof.learn(['A', 'harbuor', 'lenght', 'quay', 'wodr'], ['harbuor', 'lenght', 'wodr']);
  read(proof, document);
  const [first, , last] = document.sections;
  if (!first || !last) throw new Error('There are three sections.');
  const next = { ...document, sections: [last, ...documentOf('A wodr').sections, first] };
  const verdicts = new Map([...'harbuor lenght wodr'.split(' ')].map((word) => [word, false]));
  expect(read(proof, next).found).toEqual(misspellings(next, verdicts));
});

test('a word that was wrong is right in another proof, and still wrong in this one', () => {
  const proof = new Proof();
  const document = documentOf('A harbuor');
  proof.learn(['A', 'harbuor'], ['harbuor']);
  expect(read(proof, document).found).toHaveLength(1);
  expect(read(proof.with('harbuor'), document).found).toEqual([]);
  expect(read(proof, document).found).toHaveLength(1);
});
