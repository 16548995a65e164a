import { expect, test } from 'vitest';
import { checkDocument } from '../../../shared/checks/run.ts';
import type { DespatchDocument } from '../../../shared/document/schema.ts';
import { instantiate } from '../../../shared/templates/instantiate.ts';
import { counter, shipped } from '../templates/shipped.ts';

const rulesOf = (document: DespatchDocument) => checkDocument(document).map(({ rule }) => rule);

test.each(shipped)('the guidance of $name is not checked, and fills no section', (template) => {
  const withGuidance = instantiate(template, counter());
  const without = instantiate(template, counter(), { guidance: false });
  expect(rulesOf(withGuidance)).toEqual(rulesOf(without));
});

test('a name in the table of clearances says who cleared the brief', () => {
  const brief = shipped.find(({ id }) => id === 'ministerial-meeting-brief');
  if (!brief) throw new Error('the brief is not there');
  const document = instantiate(brief, counter());
  expect(rulesOf(document)).toContain('missing-clearance');
  const cleared = {
    ...document,
    sections: document.sections.map((section) =>
      section.role !== 'clearance'
        ? section
        : {
            ...section,
            blocks: section.blocks.map((block) =>
              block.kind === 'clearer'
                ? { ...block, content: [{ type: 'text' as const, text: 'Legal Advisers' }] }
                : block,
            ),
          },
    ),
  };
  expect(rulesOf(cleared)).not.toContain('missing-clearance');
});
