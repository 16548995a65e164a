/** A document of each kind with every kind of block, detail and section that kind knows, some of it locked. */
import { plainBlock, section } from '../../../shared/document/build.ts';
import type {
  AnySection,
  BlockKind,
  DespatchDocument,
  DetailName,
  DocumentKind,
  FieldName,
  KnownBlock,
  PlainBlock,
  SectionRole,
} from '../../../shared/document/schema.ts';
import { sectionRoles } from '../../../shared/document/schema.ts';
import { blockRules, sectionRules, standardFields } from '../../../shared/document/structure.ts';
import { newDocument } from '../../shared/document/blank.ts';
import { counter, words } from './headless.ts';

type Mint = () => string;

function detail(mint: Mint, name: DetailName, text: string): KnownBlock {
  return { id: mint(), kind: 'detail', level: 0, content: words(text), citations: [], detail: name };
}

/** A block of the kind with words, and every detail it takes. */
function full(mint: Mint, kind: BlockKind, level = blockRules[kind].minLevel): KnownBlock[] {
  const base = { id: mint(), level, content: words(`${kind} words`), citations: [] };
  const block = ((): KnownBlock | null => {
    switch (kind) {
      case 'field':
      case 'title':
      case 'detail':
        return null;
      case 'question':
        return { ...base, kind, label: null };
      case 'appendix':
        return { ...base, kind, designation: 'A' };
      case 'attendee':
        return { ...base, kind, side: 'ours' };
      case 'table':
        return {
          ...base,
          kind,
          headerRow: true,
          headerColumn: false,
          rows: [
            [{ content: words('head') }, { content: words('er') }],
            [{ content: words('cell') }, { content: [] }],
          ],
        };
      case 'image':
        return {
          ...base,
          kind,
          asset: 'a'.repeat(64),
          mediaType: 'image/png',
          width: 3,
          height: 2,
          alternativeText: 'A picture',
          decorative: false,
        };
      default:
        return { ...base, kind };
    }
  })();
  if (!block) return [];
  const names = blockRules[kind].details?.names ?? [];
  return [block, ...names.map((name) => detail(mint, name, `${name} of ${kind}`))];
}

function fieldsOf(mint: Mint, kind: DocumentKind, role: SectionRole): KnownBlock[] {
  const names = standardFields[kind].filter((plan) => plan.role === role).flatMap(({ fields }) => fields);
  return names.map((field: FieldName) => ({
    id: mint(),
    kind: 'field',
    level: 0,
    content: words(`value of ${field}`),
    citations: [],
    field,
    label: null,
  }));
}

function part(mint: Mint, kind: DocumentKind, role: SectionRole): AnySection {
  const { blocks, name } = sectionRules[role];
  const heading: PlainBlock = { ...plainBlock(mint, 'heading', words(name)), locked: true };
  const others = blocks.filter((each) => each !== 'heading' && each !== 'label');
  const body = others.flatMap((each) => full(mint, each));
  const nested = blocks.includes('point') ? [0, 1, 2, 1].flatMap((level) => full(mint, 'point', level)) : [];
  const sub = blocks.includes('heading') ? full(mint, 'heading', 2) : [];
  const label: PlainBlock[] = blocks.includes('label')
    ? [{ ...plainBlock(mint, 'label', words('A label')), locked: true }]
    : [];
  return section(mint, role, [heading, ...body, ...fieldsOf(mint, kind, role), ...label, ...nested, ...sub]);
}

export function fullSample(kind: DocumentKind): DespatchDocument {
  const mint = counter('own');
  const roles = sectionRoles.filter(
    (role) => role !== 'front' && sectionRules[role].documentKinds.includes(kind),
  );
  const front = section(mint, 'front', [
    plainBlock(mint, 'title', words('Meeting with the council')),
    ...fieldsOf(mint, kind, 'front'),
    ...full(mint, 'guidance'),
    ...full(mint, 'text'),
  ]);
  return { ...newDocument(kind, mint), sections: [front, ...roles.map((role) => part(mint, kind, role))] };
}
