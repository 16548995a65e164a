/** Every kind of document that Despatch prints, in all that can be chosen of it. */
import { renderPdf } from '../../electron/library/export/pdf/index.ts';
import type { Block, DespatchDocument } from '../../shared/document/schema.ts';
import { blockText } from '../../shared/document/walk.ts';
import { printDocument } from '../../shared/print/model.ts';
import { defaultPdf, type PdfChoice } from '../../shared/print/pdf-choice.ts';
import { speakingCopy } from '../../shared/print/speaking.ts';
import { instantiate } from '../../shared/templates/instantiate.ts';
import { citingAll, evidenceOf } from '../electron/library/export/evidence-builder.ts';
import { notedReport } from '../electron/library/export/noted-report.ts';
import { pictures } from '../electron/library/export/picture.ts';
import { richBrief } from '../electron/library/export/rich-brief.ts';
import { richReport } from '../electron/library/export/rich-report.ts';
import { richSubmission } from '../electron/library/export/rich-submission.ts';
import { counter, shipped } from '../shared/templates/shipped.ts';
import type { Profile } from './judge.ts';
import { meetingDocuments } from './meeting-documents.ts';

export interface Made {
  readonly name: string;
  readonly profiles: readonly Profile[];
  make(): Promise<Uint8Array>;
}

const rich = { brief: richBrief, report: richReport, submission: richSubmission } as const;
const forms = [
  ['notes', 'gov-uk'],
  ['notes', 'harvard'],
  ['endnotes', 'oscola'],
  ['annex', 'gov-uk'],
  ['none', 'gov-uk'],
] as const;
const reader: readonly Profile[] = ['ua1'];
const archive: readonly Profile[] = ['ua1', '2a'];

const archived = { choice: { ...defaultPdf, standard: 'a-2a' } } as const;

/** Every third of what may be withheld, and a heading with all that stands under it. */
function partlyExempt(): DespatchDocument {
  const exempt = {
    regime: 'LGA1972-England',
    paragraph: 3,
    publicInterest: 'Prices are not agreed.',
  } as const;
  const report = richReport();
  let seen = 0;
  const withheld = (block: Block): boolean => {
    if (block.kind === 'heading') return blockText(block) === 'Costs';
    if (!['paragraph', 'table', 'image', 'recommendation', 'quotation'].includes(block.kind)) return false;
    seen += 1;
    return seen % 3 === 0;
  };
  return {
    ...report,
    sections: report.sections.map((section) =>
      section.role === 'unknown'
        ? section
        : {
            ...section,
            blocks: section.blocks.map((block) =>
              block.kind !== 'unknown' && withheld(block) ? { ...block, exempt } : block,
            ),
          },
    ),
  };
}

const pdf = (document: DespatchDocument, choice: Partial<PdfChoice> = {}) =>
  renderPdf(printDocument(document), pictures, { choice: { ...defaultPdf, ...choice } });

export const exports: readonly Made[] = [
  ...Object.entries(rich).flatMap(([name, make]) => [
    ...forms.map(([form, style]) => ({
      name: `${name}, ${form}, ${style}`,
      profiles: reader,
      make: async () =>
        renderPdf(printDocument(citingAll(make()), { evidence: await evidenceOf(form, style) }), pictures),
    })),
    {
      name: `${name}, contents, line numbers, draft`,
      profiles: reader,
      make: () => pdf(make(), { contents: 'with', lineNumbers: true, draftMark: true }),
    },
    {
      name: `${name}, archive`,
      profiles: archive,
      make: async () =>
        renderPdf(printDocument(citingAll(make()), { evidence: await evidenceOf('notes') }), pictures, {
          choice: { ...archived.choice, contents: 'with', lineNumbers: true, draftMark: true },
        }),
    },
  ]),
  ...(['restricted', 'public'] as const).map((audience) => ({
    name: `report with exempt passages, ${audience}`,
    profiles: archive,
    make: () => renderPdf(printDocument(partlyExempt(), { audience }), pictures, archived),
  })),
  {
    name: 'speaking copy',
    profiles: reader,
    make: () => renderPdf(speakingCopy(printDocument(richBrief()))),
  },
  {
    name: 'speaking copy, archive',
    profiles: archive,
    make: () => renderPdf(speakingCopy(printDocument(richBrief())), undefined, archived),
  },
  ...meetingDocuments().map(([name, document]) => ({
    name,
    profiles: archive,
    make: () => renderPdf(printDocument(document), pictures, archived),
  })),
  ...shipped.map((template) => ({
    name: `template, ${template.name}`,
    profiles: reader,
    make: () => pdf(instantiate(template, counter())),
  })),
  {
    name: 'long report with notes',
    profiles: reader,
    make: async () =>
      renderPdf(printDocument(notedReport(300, 270), { evidence: await evidenceOf('notes') }), pictures),
  },
];
