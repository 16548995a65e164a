import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { structureFaults } from '../../../shared/document/legal.ts';
import { documentKinds } from '../../../shared/document/schema.ts';
import { knownBlocks, plainText } from '../../../shared/document/walk.ts';
import { printDocument } from '../../../shared/print/model.ts';
import { instantiate } from '../../../shared/templates/instantiate.ts';
import { parseTemplate } from '../../../shared/templates/parse.ts';
import { partsOf } from '../../../shared/templates/parts.ts';
import { plainTemplates } from '../../../shared/templates/plain.ts';
import { counter, shipped } from './shipped.ts';

test('the seven templates of Despatch are there, each kind among them', () => {
  expect(shipped.map(({ id }) => id)).toEqual([
    'committee-report',
    'council-report',
    'ministerial-meeting-brief',
    'officer-decision-record',
    'questions-and-answers',
    'speaking-note',
    'submission',
  ]);
  for (const kind of documentKinds) {
    expect(shipped.find(({ id }) => id === plainTemplates[kind])?.kind).toBe(kind);
  }
});

test.each(shipped)('$name makes a legal document with its guidance, locks and settings', (template) => {
  const document = instantiate(template, counter());
  expect(structureFaults(document)).toEqual([]);
  expect(document.settings).toMatchObject({ template: template.name, ...template.settings });
  const blocks = [...knownBlocks(document)];
  const guidance = blocks.filter(({ kind }) => kind === 'guidance');
  expect(guidance.length).toBeGreaterThanOrEqual(document.kind === 'briefing' ? 5 : 6);
  for (const { content } of guidance) expect(plainText(content).length).toBeGreaterThan(20);
  expect(blocks.filter((block) => 'locked' in block && block.locked).length).toBeGreaterThanOrEqual(2);
});

test.each(shipped)(
  '$name makes a legal document without its guidance, which is otherwise the same',
  (template) => {
    const document = instantiate(template, counter(), { guidance: false });
    expect(structureFaults(document)).toEqual([]);
    const kinds = (blocks: Iterable<{ kind: string }>) => [...blocks].map(({ kind }) => kind);
    expect(kinds(knownBlocks(document))).toEqual(
      kinds(knownBlocks(instantiate(template, counter()))).filter((kind) => kind !== 'guidance'),
    );
  },
);

test.each(shipped)('no word of the guidance of $name is printed', (template) => {
  const document = instantiate(template, counter());
  const printed = JSON.stringify(printDocument(document));
  for (const block of knownBlocks(document)) {
    if (block.kind === 'guidance') expect(printed).not.toContain(plainText(block.content).slice(0, 30));
  }
});

test.each(shipped)('$name shows an outline to choose by', (template) => {
  const parts = partsOf(template);
  expect(parts).toHaveLength(template.sections.length);
  for (const { title } of parts) expect(title).not.toBe('');
});

test('references of a template point to the new blocks, and its attendees get their cells', () => {
  const text = readFileSync(path.join(import.meta.dirname, 'visit.json'), 'utf8');
  const document = instantiate(parseTemplate(text, 'visit.json'), counter());
  expect(structureFaults(document)).toEqual([]);
  const blocks = [...knownBlocks(document)];
  const annex = blocks.find(({ content }) => plainText(content) === 'Annex A');
  const reference = blocks.flatMap(({ content }) => content).find(({ type }) => type === 'reference');
  expect(reference).toEqual({ type: 'reference', target: annex?.id, show: 'title' });
  expect(blocks.flatMap((block) => (block.kind === 'detail' ? block.detail : []))).toEqual([
    'role',
    'organisation',
  ]);
});
