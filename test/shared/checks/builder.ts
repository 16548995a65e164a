/** Small legal documents for tests, with readable ids. */

import type { Finding } from '../../../shared/checks/finding.ts';
import { checkDocument } from '../../../shared/checks/run.ts';
import { fieldBlock, plainBlock, questionBlock, section } from '../../../shared/document/build.ts';
import type {
  Block,
  DespatchDocument,
  FieldName,
  PlainBlock,
  Section,
} from '../../../shared/document/schema.ts';
import { defaultSettings } from '../../../shared/document/settings.ts';

export function counter(): () => string {
  let next = 0;
  return () => `b${++next}`;
}

const mint = counter();

export function block(kind: PlainBlock['kind'], text: string, level?: number): PlainBlock {
  return plainBlock(mint, kind, text === '' ? [] : [{ type: 'text', text }], level);
}
export const heading = (text: string, level = 1) => block('heading', text, level);
export const point = (text: string, level = 0) => block('point', text, level);
export const label = (text: string) => block('label', text);
export const field = (name: FieldName, text: string) =>
  fieldBlock(mint, name, text === '' ? [] : [{ type: 'text', text }]);
export const question = (text: string, ownLabel: string | null = null) =>
  questionBlock(mint, [{ type: 'text', text }], ownLabel);

export const topic = (...blocks: Block[]) => section(mint, 'topic', blocks);
export const body = (...blocks: Block[]) => section(mint, 'body', blocks);
export const agenda = (...aims: string[]) =>
  section(mint, 'agenda', [label('Annotated agenda'), ...aims.map((aim) => block('aim', aim))]);
export const documents = (...blocks: Block[]) => section(mint, 'documents', blocks);

/** A brief that lacks nothing, around the sections given. */
export function brief(...sections: Section[]): DespatchDocument {
  return {
    format: 1,
    id: 'document',
    kind: 'briefing',
    marking: { classification: 'OFFICIAL', descriptor: '', handling: '' },
    settings: defaultSettings,
    sections: [
      section(mint, 'front', [
        block('title', 'Meeting with the Minister'),
        field('date', 'Tuesday 3 March 2026'),
      ]),
      ...sections,
      section(mint, 'clearance', [field('clearance', 'Legal, 2 March 2026')]),
      section(mint, 'contact', [field('contact', 'Rowan Ashby, 01632 960147')]),
    ],
  };
}

/** A report that lacks nothing, around the sections given. */
export function report(...sections: Section[]): DespatchDocument {
  return {
    format: 1,
    id: 'document',
    kind: 'report',
    marking: null,
    settings: defaultSettings,
    sections: [
      section(mint, 'front', [
        field('committee', 'Place Select Committee'),
        field('date', 'Tuesday 3 March 2026'),
        block('title', 'Libraries'),
      ]),
      section(mint, 'recommendations', [field('reportOf', 'Director of Place')]),
      ...sections,
      section(mint, 'contact', [field('contactName', 'Rowan Ashby'), field('telephone', '01632 960147')]),
    ],
  };
}

/** What one rule says about a document. */
export function findings(rule: string, document: DespatchDocument): Finding[] {
  return checkDocument(document).filter((finding) => finding.rule === rule);
}

/** What one rule says about a single point or paragraph. */
export function about(rule: string, text: string): string[] {
  return findings(rule, brief(topic(heading('A topic'), point(text)))).map(({ message }) => message);
}
