import { expect, test } from 'vitest';
import { structureFaults } from '../../../shared/document/legal.ts';
import { parseDocument, serialiseDocument, withSections } from '../../../shared/document/parse.ts';
import { DOCUMENT_FORMAT, documentKinds } from '../../../shared/document/schema.ts';
import { defaultSettings } from '../../../shared/document/settings.ts';
import { findField } from '../../../shared/document/walk.ts';
import { newDocument } from './blank.ts';

function counter() {
  let next = 0;
  return () => `id-${++next}`;
}

test.each(documentKinds)(
  'a new %s is legal, has every standard field once and survives being stored',
  (kind) => {
    const document = newDocument(kind, counter());
    expect(structureFaults(document)).toEqual([]);
    expect(findField(document, 'date')).toBeDefined();
    const stored = JSON.parse(JSON.stringify(serialiseDocument(document)));
    const back = parseDocument(stored);
    expect(back.unknownParts).toEqual([]);
    expect(back.document).toEqual(document);
  },
);

test('a block of a kind this version does not know is named, kept to the byte and written back as it was', () => {
  const future = { id: 'b9', kind: 'pollChart', level: 0, series: [1, 2, 3], content: 'whatever' };
  const stored = {
    ...(serialiseDocument(newDocument('briefing', counter())) as object),
    sections: [{ id: 's1', role: 'topic', blocks: [future] }],
  };
  const { document, unknownParts } = parseDocument(stored);
  expect(unknownParts).toEqual(['pollChart']);
  expect(serialiseDocument(document)).toEqual(stored);
});

test('a marking this version does not know makes the document read-only, not unreadable', () => {
  const stored = serialiseDocument(newDocument('briefing', counter())) as Record<string, unknown>;
  const { document, unknownParts } = parseDocument({ ...stored, marking: { classification: 'SECRET' } });
  expect(unknownParts).toEqual(['marking']);
  expect(document.marking).toBeNull();
  expect(document.sections.length).toBeGreaterThan(0);
});

test('a known block with an attribute this version does not know is not stripped of it', () => {
  const stored = {
    format: DOCUMENT_FORMAT,
    id: 'd',
    kind: 'briefing',
    marking: null,
    settings: defaultSettings,
    sections: [
      {
        id: 's1',
        role: 'topic',
        blocks: [{ id: 'b', kind: 'point', level: 0, content: [], citations: [], colour: 'red' }],
      },
    ],
  };
  const { document, unknownParts } = parseDocument(stored);
  expect(unknownParts).toEqual(['point']);
  expect(serialiseDocument(document)).toEqual(stored);
});

test('a section of an unknown role, or with unknown attributes, is kept whole', () => {
  const sections = [
    { id: 's1', role: 'tabledMotions', blocks: [{ anything: true }] },
    { id: 's2', role: 'topic', blocks: [], shade: 3 },
  ];
  const stored = {
    format: DOCUMENT_FORMAT,
    id: 'd',
    kind: 'report',
    marking: null,
    settings: defaultSettings,
    sections,
  };
  const { document, unknownParts } = parseDocument(stored);
  expect(unknownParts).toEqual(['section tabledMotions', 'section topic']);
  expect(serialiseDocument(document)).toEqual(stored);
});

test('a document of a newer format is recognised as such', () => {
  const stored = {
    ...(serialiseDocument(newDocument('report', counter())) as object),
    format: DOCUMENT_FORMAT + 1,
  };
  expect(parseDocument(stored).unknownParts).toEqual([`document format ${DOCUMENT_FORMAT + 1}`]);
});

test('a document whose frame is newer than this version is said to be newer, not damaged', () => {
  const stored = { format: DOCUMENT_FORMAT + 1, id: 'd', kind: 'tribunal', marking: null, sections: [] };
  expect(() => parseDocument(stored)).toThrowError(expect.objectContaining({ code: 'document.newer' }));
});

test.each([
  null,
  7,
  'text',
  [],
  {},
  { format: 1 },
  { format: 1, id: 'x', kind: 'poem', marking: null, sections: [] },
])('something that is no document (%j) is refused as invalid', (raw) => {
  expect(() => parseDocument(raw)).toThrowError(expect.objectContaining({ code: 'document.invalid' }));
});

test('a document of format 1 is read as format 2, with the settings that it always had', () => {
  const { settings: _, ...older } = { ...newDocument('report', counter()), format: 1 };
  const { document, unknownParts } = parseDocument(older);
  expect(unknownParts).toEqual([]);
  expect(document).toMatchObject({ format: DOCUMENT_FORMAT, settings: defaultSettings });
  expect(document.sections).toEqual(older.sections);
});

test('settings that a newer version wrote make the document read-only', () => {
  const stored = {
    ...newDocument('report', counter()),
    settings: { ...defaultSettings, numbering: 'spiral' },
  };
  expect(parseDocument(stored).unknownParts).toEqual(['settings']);
});

test('sections that come as the text they are stored as are the same document, and a damaged text is told as damage', () => {
  const stored = serialiseDocument(newDocument('report', counter())) as Record<string, unknown>;
  const asText = { ...stored, sections: JSON.stringify(stored['sections']) };
  expect(parseDocument(asText)).toEqual(parseDocument(stored));
  expect(withSections(asText)).toEqual(stored);
  expect(() => parseDocument({ ...stored, sections: '[{"id":' })).toThrowError(
    expect.objectContaining({ code: 'library.damaged' }),
  );
});
