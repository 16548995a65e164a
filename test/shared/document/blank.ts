/** The least document of each kind: short enough to reason about, which what people begin from is not. */
import {
  fieldBlock,
  type Mint,
  plainBlock,
  section,
  withDetails,
  withStandardFields,
} from '../../../shared/document/build.ts';
import {
  type DespatchDocument,
  DOCUMENT_FORMAT,
  type DocumentKind,
  type PlainBlock,
  type Section,
  type SectionRole,
} from '../../../shared/document/schema.ts';
import { defaultSettings } from '../../../shared/document/settings.ts';

/** A section with its usual heading, and one empty block of the kind it is for. */
function part(mint: Mint, role: SectionRole, heading: string, first: PlainBlock['kind']): Section {
  const title = plainBlock(mint, 'heading', heading === '' ? [] : [{ type: 'text', text: heading }]);
  return section(mint, role, [title, ...withDetails(mint, plainBlock(mint, first, []))]);
}

const blank: Readonly<Record<DocumentKind, (mint: Mint, title: PlainBlock) => Section[]>> = {
  briefing: (mint, title) => [
    section(mint, 'front', [title]),
    section(mint, 'agenda', [
      plainBlock(mint, 'label', [{ type: 'text', text: 'Annotated agenda' }]),
      plainBlock(mint, 'aim', []),
    ]),
    section(mint, 'topic', [
      plainBlock(mint, 'heading', []),
      plainBlock(mint, 'label', [{ type: 'text', text: 'Points to make' }]),
      plainBlock(mint, 'point', []),
    ]),
  ],
  report: (mint, title) => [
    section(mint, 'front', [
      fieldBlock(mint, 'localMembersInterest', []),
      fieldBlock(mint, 'committee', []),
      fieldBlock(mint, 'date', []),
      title,
    ]),
    part(mint, 'recommendations', 'Recommendations', 'recommendation'),
    part(mint, 'body', 'Summary', 'paragraph'),
    part(mint, 'body', 'Report', 'paragraph'),
    section(mint, 'documents', [
      plainBlock(mint, 'heading', [{ type: 'text', text: 'Background documents and appendices' }]),
    ]),
  ],
  submission: (mint, title) => [
    section(mint, 'front', [title]),
    part(mint, 'body', 'Issue', 'paragraph'),
    part(mint, 'recommendations', 'Recommendation', 'decision'),
    section(mint, 'timing', [plainBlock(mint, 'heading', [{ type: 'text', text: 'Timing' }])]),
    part(mint, 'body', 'Background', 'paragraph'),
    part(mint, 'body', 'Argument', 'paragraph'),
    part(mint, 'body', 'Presentation', 'paragraph'),
  ],
};

/** With an empty title and every standard field. */
export function newDocument(kind: DocumentKind, mint: Mint): DespatchDocument {
  const sections = blank[kind](mint, plainBlock(mint, 'title', []));
  return withStandardFields(
    { format: DOCUMENT_FORMAT, id: mint(), kind, marking: null, settings: defaultSettings, sections },
    mint,
  );
}
