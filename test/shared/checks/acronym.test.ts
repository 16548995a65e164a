import { expect, test } from 'vitest';
import { explainedIn, spells } from '../../../shared/checks/acronym-words.ts';
import { about, block, brief, field, findings, heading, point, topic } from './builder.ts';

test.each([
  'The Home Office (HO) agrees and HO staff too.',
  'The Department for Education (DfE) and the DfE’s LAs; local authorities (LAs).',
  'SIN (Serious Incident Notification) forms and SINs.',
  'The Multi-Agency Child Exploitation (MACE) panels; MACE again.',
  'Stoke on Trent and Staffordshire Safeguarding Children’s Board (“SSSCB”) and SSSCB.',
  'The HM Revenue and Customs (HMRC) return; HMRC.',
])('%s explains itself', (text) => {
  expect(about('acronym', text)).toEqual([]);
});

test.each([
  'The UK, the EU, the NHS, VAT, a PDF, an MP and COVID-19 in the UK’s GDP.',
  'Do NOT do this and DO it AND that.',
  'Parts II and XIV, Cllr JK Marsh, ST16 2LH, the A38 and the M6.',
  'OFFICIAL-SENSITIVE until then.',
  'A 20 MW turbine, Q&A and R&D.',
  'Mail to ABC@example.org or www.XYZ.example.',
  'McAllister and YouTube are names.',
  'Marked NOT FOR PUBLICATION until then, and BE PREPARED.',
  'PUBLIC QUESTION TIME AND PETITIONS followed.',
  'That Cabinet RESOLVE so, under SI 2006/88 and [2019] EWCA Civ 1446, Ref: PL/2021/0345.',
  'All MEMBERS voted; the members agreed.',
  'Permission was refused (ref. 22/01147/FUL).',
])('%s has nothing to explain', (text) => {
  expect(about('acronym', text)).toEqual([]);
});

test('an acronym nobody explains is told once, at its first use', () => {
  const first = point('The LGA wrote.');
  const found = findings('acronym', brief(topic(heading('A'), first, point('The LGA wrote again.'))));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ blockId: first.id, message: expect.stringContaining('“LGA”') });
});

test('acronyms side by side, or beside a capital word, are acronyms still', () => {
  expect(about('acronym', 'The LGA and ADCS, and SEND or LGA ADCS joint work, must SEND it.')).toHaveLength(
    3,
  );
});

test('a source in brackets after some words does not explain itself', () => {
  expect(about('acronym', 'Stress has grown for many households (RCPCH, May 2020).')[0]).toContain('“RCPCH”');
  expect(about('acronym', 'Stress has grown for many households (RCPCH).')[0]).toContain('“RCPCH”');
});

test('a variant of an explained acronym names the one that is explained', () => {
  const [plural] = about('acronym', 'We log Serious Incident Notifications (SIN) and still expect SINS.');
  expect(plural).toContain('“SINS” is used here, but only “SIN” is explained');
  const [letters] = about('acronym', 'The Department for Education (DfE) says so, and DFE means it.');
  expect(letters).toContain('“DFE” is used here, but only “DfE” is explained');
});

test('the words an acronym seems to stand for are offered', () => {
  expect(about('acronym', 'The Home Office agrees. HO staff will attend.')[0]).toContain(
    '“Home Office (HO)”',
  );
});

test('capitals in a shouted title, a quotation, an appendix title or an address are no acronyms', () => {
  const document = brief(
    topic(
      heading('FLOOD RISK AND WHAT TO DO'),
      block('quotation', 'The EFG is right.'),
      field('email', 'ABC@x.org'),
    ),
  );
  expect(findings('acronym', document)).toEqual([]);
});

test('an explanation anywhere in the document counts', () => {
  const document = brief(topic(heading('Attendance in Alternative Provision (AP)'), point('AP settings.')));
  expect(findings('acronym', document)).toEqual([]);
});

test('letters count only in the order of the words', () => {
  expect(spells('Home Office', 'HO')).toBe(true);
  expect(spells('Staff Office', 'HO')).toBe(false);
  expect(spells('the', 'HE')).toBe(false);
  expect([...explainedIn('a (b) (C) (2018) () (see below)')]).toEqual([]);
});
