/** The samples, as anybody would export them from the command line, in every form and style. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { evidenceForms } from '../../../shared/print/evidence.ts';
import { scratchFolder } from '../../scratch-folder.ts';
import {
  canCheckPdf,
  canReadPdf,
  canValidateDocx,
  checkAccessible,
  pdfText,
  validate,
} from '../library/export/tools.ts';
import { parts } from '../library/export/word-file.ts';
import { despatch } from './despatch.ts';

const shipped = path.resolve(import.meta.dirname, '../../../resources/csl/gov-uk.csl');

beforeAll(() => despatch(['--version']), 120_000);

async function samples() {
  const folder = scratchFolder();
  const library = path.join(folder, 'library');
  expect(await despatch(['samples', '--library', library])).toMatchObject({ code: 0, stderr: '' });
  const { stdout } = await despatch(['list', '--library', library, '--json']);
  const ids = [...stdout.matchAll(/[0-9a-f]{8}-[0-9a-f-]{27}/gu)].map(([id]) => id);
  const write = async (id: string, ...options: string[]) => {
    const out = path.join(folder, 'out');
    const both = ['--docx', `${out}.docx`, '--pdf', `${out}.pdf`, '--library', library];
    const ended = await despatch(['export', id, ...both, ...options]);
    return { ended, docx: () => readFileSync(`${out}.docx`), pdf: () => readFileSync(`${out}.pdf`) };
  };
  return { folder, ids: [...new Set(ids)], write };
}

const plain = (xml: string) =>
  xml
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&apos;', "'");
const bare = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '');

test('both samples pass both tools in every form and style, and Word and PDF have the same notes in the same order', async () => {
  const { ids, write } = await samples();
  expect(ids).toHaveLength(2);
  for (const id of ids) {
    for (const form of evidenceForms) {
      for (const style of form === 'none' ? ['gov-uk'] : ['gov-uk', 'harvard', 'oscola']) {
        const { ended, docx, pdf } = await write(id, '--evidence', form, '--style', style);
        expect({ form, style, ...ended }).toMatchObject({ code: 0, stderr: '' });
        if (canValidateDocx) expect(validate(docx()).output).toMatch(/ 0 error\(s\).* 0 warning\(s\)/u);
        if (canCheckPdf) expect(checkAccessible(pdf()).output).toContain('0 UA finding(s)');
        const notes = [
          ...(parts(docx()).get(`word/${form === 'notes' ? 'footnotes' : 'endnotes'}.xml`) ?? '').matchAll(
            /<w:(?:foot|end)note (?![^>]*w:type)[^>]*>(.*?)<\/w:(?:foot|end)note>/gsu,
          ),
        ].map(([, xml = '']) => bare(plain(xml)));
        if (style === 'harvard' || form === 'annex' || form === 'none') continue;
        expect(notes.length).toBeGreaterThan(15);
        if (!canReadPdf) continue;
        // Numbers of pages and of notes stand between.
        let rest = bare(pdfText(pdf()));
        for (const note of notes) {
          const at = rest.indexOf(note);
          expect({ form, style, note, at: at >= 0 }).toEqual({ form, style, note, at: true });
          rest = rest.slice(at + note.length);
        }
      }
    }
  }
}, 300_000);

test('a style of one’s own is taken whatever its name, and a broken one is named with the reason', async () => {
  const { folder, ids, write } = await samples();
  const own = path.join(folder, "the minister's own.csl");
  const xml = readFileSync(shipped, 'utf8');
  writeFileSync(own, xml.replaceAll('no date', 'undated').replace('suffix="."', 'suffix=" (own)."'));
  const { ended, docx } = await write(ids[0] ?? '', '--style', own);
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(plain(parts(docx()).get('word/footnotes.xml') ?? '')).toContain('(own).');
  writeFileSync(own, xml.slice(0, 900));
  const broken = (await write(ids[0] ?? '', '--style', own)).ended;
  expect(broken.code).toBe(2);
  expect(broken.stderr).toContain("the minister's own.csl");
}, 120_000);
