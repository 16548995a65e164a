import { describe, expect, test } from 'vitest';
import { readDocx } from '../../../electron/extractor/docx/index.ts';
import { render } from '../../../electron/library/render.ts';
import { exemptBlocks } from '../../../shared/document/exempt.ts';
import { structureFaults } from '../../../shared/document/legal.ts';
import type { DespatchDocument } from '../../../shared/document/schema.ts';
import { blockText, knownBlocks } from '../../../shared/document/walk.ts';
import { recognise } from '../../../shared/import/recognise.ts';
import type { Exemption } from '../../../shared/pack/exemption.ts';
import { templateFrom } from '../../../shared/templates/from-document.ts';
import { instantiate } from '../../../shared/templates/instantiate.ts';
import { parseTemplate } from '../../../shared/templates/parse.ts';
import { counter, sampleReport } from '../../electron/library/export/sample-documents.ts';

const exempt = { regime: 'LGA1972-England', paragraph: 3, publicInterest: 'Bids are open.' } as const;

/**
 * The sample report with every third block of its body and its recommendations withheld.
 * @param reasons in turn.
 */
function restricted(reasons: readonly Exemption[] = [exempt]): DespatchDocument {
  const document = sampleReport();
  let at = 0;
  const sections = document.sections.map((section) =>
    section.role === 'body' || section.role === 'recommendations'
      ? {
          ...section,
          blocks: section.blocks.map((block) => {
            at += 1;
            return block.kind === 'unknown' || block.kind === 'field' || at % 3 !== 0
              ? block
              : { ...block, exempt: reasons[(at / 3 - 1) % reasons.length] };
          }),
        }
      : section,
  );
  return { ...document, sections: sections as DespatchDocument['sections'] };
}
function secretsOf(document: DespatchDocument): string[] {
  const ids = exemptBlocks(document);
  return [...knownBlocks(document)]
    .filter(({ id }) => ids.has(id))
    .map((block) => blockText(block).trim())
    .filter(Boolean);
}

describe('a restricted Word file that comes back', () => {
  test('has each passage under its own reason, also where several are of one paragraph', async () => {
    const reasons = ['Bids are open.', 'The lease is not signed.', ''].map((publicInterest) => ({
      ...exempt,
      publicInterest,
    }));
    const document = restricted([...reasons, { ...exempt, paragraph: 5 }]);
    const reasonsIn = (of: DespatchDocument) => {
      const why = exemptBlocks(of);
      return [...knownBlocks(of)]
        .filter(({ id }) => why.has(id))
        .map((block) => [blockText(block).trim(), why.get(block.id)])
        .filter(([words]) => words !== '');
    };
    expect(new Set(reasonsIn(document).map(([, why]) => JSON.stringify(why))).size).toBe(4);
    const bytes = Buffer.from(await render(document, 'docx'));
    const back = recognise(await readDocx(bytes, 'Report.docx'), { mint: counter() });
    expect(reasonsIn(back.document)).toEqual(reasonsIn(document));
    expect(JSON.stringify(back.document)).not.toContain('[Exempt');
  });

  test('has every exempt passage marked as before, and says so in the report', async () => {
    const document = restricted();
    const secrets = secretsOf(document);
    expect(secrets.length).toBeGreaterThan(3);
    const bytes = Buffer.from(await render(document, 'docx'));
    const back = recognise(await readDocx(bytes, 'Report.docx'), { mint: counter() });
    expect(structureFaults(back.document)).toEqual([]);
    const kept = new Set(secretsOf(back.document));
    for (const secret of secrets)
      expect(
        [...kept].some((words) => words.includes(secret)),
        secret,
      ).toBe(true);
    expect(JSON.stringify(back.document)).not.toContain('[Exempt');
    expect(JSON.stringify(back.document)).not.toContain('Not for publication by virtue');
    const rows = back.report.filter(({ code }) => code === 'keptExempt');
    expect(rows.length).toBeGreaterThanOrEqual(secrets.length);
    expect(rows[0]?.message).toContain('Exempt: paragraph 3 is kept');
  });
});

test('a template made from a document keeps what is exempt, and so do the documents made from it', () => {
  const document = restricted();
  const head = { id: 'x', name: 'X', description: '', department: '' };
  const template = parseTemplate(JSON.stringify(templateFrom(document, head, false)), 'X');
  expect(secretsOf(instantiate(template, counter()))).toEqual(secretsOf(document));
});
