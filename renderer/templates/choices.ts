/** What a new document can begin from, as entries of one list. */
import type { DocumentSummary } from '../../shared/contract/calls.ts';
import type { BrokenTemplate, TemplateSummary } from '../../shared/contract/template-calls.ts';
import type { DocumentKind } from '../../shared/document/schema.ts';
import { shortDate } from '../library/dates.ts';
import { titleFor } from '../library/list-model.ts';
import type { PaletteEntry } from '../palette/entries.ts';

export type Choice =
  | { readonly from: 'template'; readonly template: TemplateSummary }
  | { readonly from: 'document'; readonly document: DocumentSummary }
  | { readonly from: 'text' }
  | { readonly from: 'broken'; readonly broken: BrokenTemplate };

export interface ChoiceEntry extends PaletteEntry {
  readonly choice: Choice;
}

const kindGroups: Readonly<Record<DocumentKind, string>> = {
  briefing: 'Briefs',
  submission: 'Submissions',
  report: 'Reports',
};
const kindOrder: readonly DocumentKind[] = ['briefing', 'submission', 'report'];

/** Documents shown before anybody types. */
const RECENT_DOCUMENTS = 6;

export interface Offer {
  readonly templates: readonly TemplateSummary[];
  readonly broken: readonly BrokenTemplate[];
  /** Newest first. */
  readonly documents: readonly DocumentSummary[];
}

export function choicesOf({ templates, broken, documents }: Offer, now: Date): ChoiceEntry[] {
  const run = () => {};
  const ofKind = (kind: DocumentKind) =>
    templates
      .filter((template) => template.kind === kind)
      .toSorted((a, b) => Number(a.file === null) - Number(b.file === null) || order(a) - order(b))
      .map((template) => ({
        id: `template-${template.id}`,
        group: kindGroups[kind],
        name: template.name,
        keys: template.department || undefined,
        choice: { from: 'template', template } as const,
        run,
      }));
  return [
    ...kindOrder.flatMap(ofKind),
    {
      id: 'text',
      group: 'From something written',
      name: 'Pasted text…',
      choice: { from: 'text' },
      run,
    },
    ...documents.map((document, at) => ({
      id: `document-${document.id}`,
      group: 'From something written',
      name: titleFor(document),
      keys: shortDate(document.updatedAt, now),
      onlyWhenAsked: at >= RECENT_DOCUMENTS,
      choice: { from: 'document', document } as const,
      run,
    })),
    ...broken.map((one) => ({
      id: `broken-${one.file}`,
      group: 'Cannot be used',
      name: one.file,
      choice: { from: 'broken', broken: one } as const,
      run,
    })),
  ];
}

/** The one most often wanted first; those that are not ours keep the order of their files. */
function order({ id }: TemplateSummary): number {
  const at = ['ministerial-meeting-brief', 'committee-report', 'council-report'].indexOf(id);
  return at < 0 ? 9 : at;
}
