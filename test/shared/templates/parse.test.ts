import { expect, test } from 'vitest';
import { parseTemplate } from '../../../shared/templates/parse.ts';

const least = {
  version: 1,
  id: 'visit-note',
  name: 'Visit note',
  kind: 'briefing',
  sections: [
    { role: 'front', blocks: [{ kind: 'title' }, { kind: 'field', field: 'date' }] },
    { role: 'topic', blocks: [{ kind: 'heading', content: 'Opening', locked: true }, { kind: 'point' }] },
  ],
};
const read = (value: unknown) => parseTemplate(JSON.stringify(value), 'visit.despatch-template.json');
const withBlocks = (...blocks: unknown[]) => ({
  ...least,
  sections: [least.sections[0], { role: 'topic', blocks: [{ kind: 'heading' }, ...blocks] }],
});

function reasonOf(work: () => unknown): string {
  try {
    work();
  } catch (thrown) {
    const { code, details } = thrown as { code: string; details: { file: string; reason: string } };
    expect(code).toBe('template.invalid');
    expect(details.file).toBe('visit.despatch-template.json');
    return details.reason;
  }
  throw new Error('it was let through');
}

test('what a person may leave out is left out', () => {
  expect(read(least)).toMatchObject({ department: '', description: '', marking: null, settings: {} });
});

test.each([
  ['not JSON', () => parseTemplate('{', 'visit.despatch-template.json'), /not JSON/],
  [
    '3 MB',
    () => parseTemplate(`"${'x'.repeat(3_000_000)}"`, 'visit.despatch-template.json'),
    /larger than 2 MB/,
  ],
  [
    'nested a million deep',
    () => parseTemplate('['.repeat(1_000_000), 'visit.despatch-template.json'),
    /JSON/,
  ],
  ['of a newer version', () => read({ ...least, version: 2 }), /version 2.*version 1/],
  ['a document', () => read({ format: 2, id: 'x', kind: 'briefing', sections: [] }), /version/],
  ['an id that is a path', () => read({ ...least, id: '../../etc/passwd' }), /id: must be small letters/],
  ['without a name', () => read({ ...least, name: ' ' }), /^name: /],
  ['of an unknown kind', () => read({ ...least, kind: 'poem' }), /^kind: /],
  [
    'with a part of another kind',
    () => read({ ...least, kind: 'report' }),
    /topic section stands in a report/,
  ],
  ['with an unknown block', () => read(withBlocks({ kind: 'macro' })), /^section 2, block 2/],
  ['with a picture', () => read(withBlocks({ kind: 'image' })), /^section 2, block 2/],
  ['with something we do not know', () => read(withBlocks({ kind: 'point', onclick: 'x' })), /onclick/],
  ['with HTML in its name', () => read({ ...least, name: '<b>Visit</b>' }), /^name: it holds HTML/],
  ['with a control character', () => read({ ...least, name: 'Visit\u0007' }), /^name: it holds a control/],
  [
    'with a link that runs',
    () =>
      read(
        withBlocks({ kind: 'point', content: [{ type: 'text', text: 'x', link: 'javascript:alert(1)' }] }),
      ),
    /section 2, block 2, content/,
  ],
  [
    'with a reference to nothing',
    () => read(withBlocks({ kind: 'point', content: [{ type: 'reference', target: 'p9', show: 'label' }] })),
    /points to p9/,
  ],
  [
    'with an id twice',
    () => read(withBlocks({ kind: 'point', id: 'a' }, { kind: 'point', id: 'a' })),
    /a is used/,
  ],
  [
    'with a block out of place',
    () => read(withBlocks({ kind: 'recommendation' })),
    /recommendation stands in/,
  ],
  ['with two titles', () => read({ ...least, sections: [least.sections[0], least.sections[0]] }), /2 titles/],
  [
    'with half a row',
    () => read(withBlocks({ kind: 'point' }, { kind: 'detail', detail: 'role' })),
    /detail in section 2, block 3, \(role\) stands under a point/,
  ],
])('a file %s is refused with the reason', (_what, work, reason) => {
  expect(reasonOf(work)).toMatch(reason);
});

test('words in angle brackets that are no HTML are a prompt to fill in', () => {
  expect(read(withBlocks({ kind: 'point', content: 'Thank <name of the host>; 3 < 5' }))).toBeTruthy();
});

test('tags in the words of a block are words: an author may write about them', () => {
  const words = 'The page says <b>Closed</b> and <A>.';
  const changed = {
    ...least,
    sections: [{ role: 'front', blocks: [{ kind: 'title', level: 0, content: words }] }],
  };
  expect(read(changed)?.sections[0]?.blocks[0]?.content).toBe(words);
});
