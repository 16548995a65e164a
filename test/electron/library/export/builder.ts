/** Builds documents of every kind of block for tests. */
import { plainBlock } from '../../../../shared/document/build.ts';
import type {
  AttendeeSide,
  Block,
  DetailName,
  ImageBlock,
  Inline,
  PlainBlock,
  TableBlock,
} from '../../../../shared/document/schema.ts';
import { chartAsset } from './picture.ts';
import { counter, words } from './sample-documents.ts';

type Words = string | Inline[];
const inlines = (text: Words): Inline[] => (typeof text === 'string' ? words(text) : text);
export const bold = (text: string): Inline => ({ type: 'text', text, bold: true });
export const link = (text: string, address: string): Inline => ({ type: 'text', text, link: address });
export const refer = (target: string, show: 'label' | 'number' | 'title' = 'label'): Inline => ({
  type: 'reference',
  target,
  show,
});

/** Words that only the author of a template writes, and no reader may ever see. */
export const GUIDANCE = 'Guidance: keep this to two sides and delete the xylophone.';

/** Builds blocks whose ids are their turn, or a name where something refers to them. */
export function builder() {
  const mint = counter();
  const named = <Made extends Block>(block: Made, id?: string): Made =>
    id === undefined ? block : { ...block, id };
  const plain = (
    kind: PlainBlock['kind'],
    text: Words,
    options: { level?: number; id?: string } = {},
  ): Block => named(plainBlock(mint, kind, inlines(text), options.level), options.id);
  const detail = (name: DetailName, text: Words, id?: string): Block =>
    named({ id: mint(), kind: 'detail', level: 0, content: inlines(text), citations: [], detail: name }, id);
  const attendee = (side: AttendeeSide, name: string, role: string, organisation: string): Block[] => [
    { id: mint(), kind: 'attendee', level: 0, content: words(name), citations: [], side },
    detail('role', role),
    detail('organisation', organisation),
  ];
  const row = (kind: 'implication' | 'clearer', first: string, second: Words, third: string): Block[] => [
    plain(kind, first),
    detail(kind === 'implication' ? 'effect' : 'clearedPart', second),
    detail(kind === 'implication' ? 'signedOffBy' : 'clearedOn', third),
  ];
  const table = (
    caption: Words,
    rows: readonly (readonly Words[])[],
    options: { headerRow?: boolean; headerColumn?: boolean; id?: string } = {},
  ): TableBlock =>
    named(
      {
        id: mint(),
        kind: 'table',
        level: 0,
        content: inlines(caption),
        citations: [],
        headerRow: options.headerRow ?? true,
        headerColumn: options.headerColumn ?? false,
        rows: rows.map((cells) => cells.map((text) => ({ content: inlines(text) }))),
      },
      options.id,
    );
  const image = (caption: Words, alternativeText: string, id?: string): ImageBlock =>
    named(
      {
        id: mint(),
        kind: 'image',
        level: 0,
        content: inlines(caption),
        citations: [],
        asset: chartAsset,
        mediaType: 'image/png',
        width: 640,
        height: 260,
        alternativeText,
        decorative: alternativeText === '',
      },
      id,
    );
  return { mint, plain, detail, attendee, row, table, image };
}
