import { expect, test } from 'vitest';
import { checkDocument } from '../../../shared/checks/run.ts';
import { newDocument } from '../document/blank.ts';
import {
  about,
  agenda,
  block,
  body,
  brief,
  counter,
  field,
  findings,
  heading,
  label,
  point,
  question,
  report,
  topic,
} from './builder.ts';

const flood = topic(heading('Flood defences at Marlbridge'), point('Marlbridge defences need pumps.'));
const libraries = topic(heading('Library opening hours'), point('Opening hours are shorter.'));
const roads = topic(heading('Repairs to rural roads'), point('Roads need repairs.'));

test('aims that match sections in number are not questioned', () => {
  expect(
    findings('agenda-sections', brief(agenda('to press for pumps', 'to ask about hours'), flood, libraries)),
  ).toEqual([]);
});

test('fewer aims than sections: the finding counts both and names the section nobody aims at', () => {
  const aims = agenda('to press for defences at Marlbridge', 'to ask about library opening hours');
  const [found] = findings('agenda-sections', brief(aims, flood, libraries, roads));
  expect(found?.blockId).toBe(aims.blocks[0]?.id);
  expect(found?.message).toContain('2 aims, but 3 sections');
  expect(found?.message).toContain('“Repairs to rural roads”');
  expect(found?.message).not.toContain('Library');
});

test('more aims than sections is told, an agenda without aims too, a brief without an agenda is not', () => {
  expect(findings('agenda-sections', brief(agenda('to a', 'to b'), flood))[0]?.message).toContain(
    '2 aims, but 1 section',
  );
  expect(findings('agenda-sections', brief(agenda(), flood))[0]?.message).toContain('0 aims');
  expect(findings('agenda-sections', brief(flood, libraries))).toEqual([]);
});

test('an agenda of items is questioned about its items', () => {
  const items = agenda();
  const document = brief({ ...items, blocks: [...items.blocks, block('agendaItem', 'Pumps')] });
  expect(findings('agenda-sections', document)[0]?.message).toBe(
    'The annotated agenda has 1 item, but 0 sections of points follow. Write the missing sections, or take out the items that have none.',
  );
});

test('background, lines to take and annexes want no aim', () => {
  const background = topic(heading('Background'), point('It rained.'));
  const annex = topic(heading('Annex A: Biographies'), point('She is a minister.'));
  const prose = topic(heading('History'), block('text', 'It rained.'));
  expect(
    findings('agenda-sections', brief(agenda('to press for pumps'), flood, background, annex, prose)),
  ).toEqual([]);
});

test.each([
  ['Point to make', 3, 'Points to make', 'warning'],
  ['Points to make', 1, 'Point to make', 'note'],
  ['POINT TO MAKE', 2, 'POINTS TO MAKE', 'warning'],
])('“%s” over %i points', (words, amount, better, severity) => {
  const points = Array.from({ length: amount }, (_, at) => point(`Point ${at}.`));
  const [found, ...more] = findings('label-number', brief(topic(heading('A'), label(words), ...points)));
  expect(found?.message).toContain(`Write “${better}”`);
  expect(found?.severity).toBe(severity);
  expect(more).toEqual([]);
});

test('a label over its right number is not questioned, sub-points and sub-headings or not', () => {
  const one = topic(heading('A'), label('Point to make'), point('One.'), point('Detail.', 1));
  const two = topic(
    heading('B'),
    label('Points to make'),
    heading('Home', 2),
    point('One.'),
    heading('Away', 2),
    point('Two.'),
  );
  const other = topic(heading('C'), label('Background'), point('One.'));
  expect(findings('label-number', brief(one, two, other))).toEqual([]);
});

test('a run-in label is compared with the questions asked', () => {
  const document = brief(
    topic(
      heading('A'),
      question('Will you come?', 'Questions to ask'),
      point('A point.'),
      question('Will you come? When?', 'Question to ask'),
      point('A point.'),
      question('Will you come?', 'Questions to ask'),
      question('And then?'),
      point('A point.'),
      question('Will you come, and when?', 'Question to ask'),
    ),
  );
  expect(findings('label-number', document).map(({ message, severity }) => [severity, message])).toEqual([
    ['note', expect.stringContaining('only one question')],
    ['note', expect.stringContaining('2 questions')],
  ]);
});

test('a heading with nothing under it is told, one over sub-headings with text is not', () => {
  const empty = heading('Nothing here', 2);
  const document = report(
    body(heading('Report'), empty, heading('Background', 2), block('paragraph', 'It rained.')),
  );
  expect(findings('empty-section', document).map(({ blockId }) => blockId)).toEqual([empty.id]);
});

test('a heading filled only by empty paragraphs, and a last heading, are told', () => {
  const first = heading('First');
  const last = heading('Last');
  const document = brief(topic(first, point('')), topic(last));
  expect(findings('empty-section', document).map(({ blockId }) => blockId)).toEqual([first.id, last.id]);
});

test('a label whose points stand below sub-headings is filled; one before another label is not', () => {
  const lonely = label('Questions to ask');
  const document = brief(
    topic(
      heading('A'),
      label('Points to make'),
      heading('Home', 2),
      point('One.'),
      lonely,
      label('Lines to take'),
      point('x.'),
    ),
  );
  expect(findings('empty-section', document).map(({ blockId }) => blockId)).toEqual([lonely.id]);
});

test('a sentence broken in two by a page is told, with both ends', () => {
  const broken = point('We monitor children at immediate risk');
  const [found] = findings(
    'broken-sentence',
    brief(topic(heading('A'), broken, block('text', 'of harm cases as they come.'))),
  );
  expect(found?.blockId).toBe(broken.id);
  expect(found?.message).toContain('immediate risk”');
  expect(found?.message).toContain('“of harm cases');
  const asPoint = brief(
    topic(heading('A'), point('Placements to meet children’s'), point('needs and keep them safe.')),
  );
  expect(findings('broken-sentence', asPoint)).toHaveLength(1);
});

test('lists of phrases, lead-ins and finished sentences are whole', () => {
  const document = report(
    body(
      heading('Report'),
      block('paragraph', 'Partners should develop processes that'),
      block('paragraph', 'facilitate action beyond usual boundaries', 1),
      block('paragraph', 'ensure the protection of children; and', 1),
      block('paragraph', 'information is shared', 1),
      block('paragraph', 'It ended.'),
      block('paragraph', 'e.g. this one.'),
    ),
  );
  expect(findings('broken-sentence', document)).toEqual([]);
});

test('what a brief cannot leave without is told at the empty field, else at the title', () => {
  const document = newDocument('briefing', counter());
  const rules = checkDocument(document).map(({ rule }) => rule);
  for (const rule of [
    'missing-title',
    'missing-marking',
    'missing-date',
    'missing-clearance',
    'missing-contact',
  ]) {
    expect(rules.filter((name) => name === rule)).toEqual([rule]);
  }
  const contact = findings('missing-contact', document)[0]?.blockId;
  const blocks = document.sections.flatMap((section) => section.blocks);
  expect(blocks.find(({ id }) => id === contact)).toMatchObject({ kind: 'field', field: 'contact' });
  const withoutFields = { ...document, sections: document.sections.filter(({ role }) => role !== 'contact') };
  const title = blocks.find(({ kind }) => kind === 'title')?.id;
  expect(findings('missing-contact', withoutFields)[0]?.blockId).toBe(title);
});

test('what a submission cannot leave without', () => {
  const document = newDocument('submission', counter());
  const rules = checkDocument(document).map(({ rule }) => rule);
  expect(rules).toEqual(expect.arrayContaining(['missing-marking', 'missing-date', 'missing-clearance']));
  expect(findings('missing-marking', document)[0]?.message).toMatch(/^The submission has no marking/u);
});

test('what a report cannot leave without', () => {
  const rules = checkDocument(newDocument('report', counter())).map(({ rule }) => rule);
  expect(rules).toEqual(
    expect.arrayContaining(['missing-committee', 'missing-date', 'missing-report-of', 'missing-contact']),
  );
  expect(rules).not.toContain('missing-marking');
});

test('a complete document has nothing missing', () => {
  expect(checkDocument(brief(flood))).toEqual([]);
  expect(checkDocument(report(body(heading('Report'), block('paragraph', 'It rained.'))))).toEqual([]);
});

test('one way to reach a report’s contact is enough, none is not', () => {
  const complete = report();
  const contactless = {
    ...complete,
    sections: complete.sections.map((section) =>
      section.role === 'contact'
        ? { ...section, blocks: [field('contactName', 'A Person'), field('telephone', '')] }
        : section,
    ),
  };
  expect(findings('missing-contact', contactless)).toHaveLength(1);
  const oneLine = {
    ...complete,
    sections: complete.sections.map((section) =>
      section.role === 'contact'
        ? { ...section, blocks: [field('contactName', 'Sam Orr, Planner, 01632 960222')] }
        : section,
    ),
  };
  expect(findings('missing-contact', oneLine)).toEqual([]);
});

test('a quotation tied to nothing is told, one that ends with its source is not', () => {
  const quotation = block('quotation', '‘A partner under the Act (as amended in 2017) is: (a) the council’');
  const named = block('quotation', '‘Every reader counts.’ (Harrowmere Library Review, 2026, page 4)');
  const document = report(body(heading('Report'), quotation, named));
  expect(findings('quotation-without-source', document).map(({ blockId }) => blockId)).toEqual([
    quotation.id,
  ]);
});

test('a word written twice is told, proper doublings and names are not', () => {
  expect(about('repeated-word', 'Then we saw the the minister.')[0]).toContain('“the the”');
  expect(about('repeated-word', 'We saw the the minister.')).toHaveLength(1);
  expect(about('repeated-word', 'The the end.')).toHaveLength(1);
  expect(about('repeated-word', 'He had had it that that day in Baden Baden, no, no. It is is-ish.')).toEqual(
    [],
  );
});
