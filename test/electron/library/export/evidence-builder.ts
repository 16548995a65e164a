/** Documents with citations, and the sources they cite, without a library. */
import { loadCiter, type StyleChoice } from '../../../../electron/library/evidence/csl/index.ts';
import type {
  AnySection,
  Block,
  Citation,
  DespatchDocument,
  Inline,
  KnownBlock,
  Marking,
} from '../../../../shared/document/schema.ts';
import type { CitedSource } from '../../../../shared/evidence/cited-source.ts';
import type { CslItem } from '../../../../shared/evidence/source.ts';
import type { EvidenceForm, PrintEvidence } from '../../../../shared/print/evidence.ts';

export const SENSITIVE: Marking = { classification: 'OFFICIAL-SENSITIVE', descriptor: '', handling: '' };

/** Words that some citations of the block are about. */
export const cited = (text: string, ...ids: string[]): Inline => ({ type: 'text', text, cited: ids });

export function citation(
  id: string,
  evidenceId: string,
  page: number | null,
  more: Partial<Citation> = {},
): Citation {
  return {
    id,
    evidenceId,
    edition: 'a'.repeat(64),
    bearing: 'supports',
    locator: {
      quote: {
        type: 'TextQuoteSelector',
        exact: `Words of ${evidenceId} on ${page}`,
        prefix: 'before ',
        suffix: ' after',
      },
      position: { type: 'TextPositionSelector', start: 10, end: 40 },
      page,
    },
    ...more,
  };
}

/** The block, citing. */
export function citing<Made extends Block>(block: Made, ...citations: Citation[]): Made {
  return { ...(block as KnownBlock), citations } as Made;
}

function source(id: string, csl: Partial<CslItem>, more: Partial<CitedSource> = {}): [string, CitedSource] {
  return [id, { id, csl: { type: 'report', ...csl }, published: null, marking: null, paged: true, ...more }];
}

/** flood, published; survey, unpublished; mail, of unknown standing and without pages; secret, marked higher. */
export const sources: ReadonlyMap<string, CitedSource> = new Map([
  source(
    'flood',
    {
      title: 'Keeping rivers moving',
      publisher: 'Environment Agency',
      issued: { 'date-parts': [[2025, 3, 12]] },
      URL: 'https://example.gov.uk/rivers',
    },
    { published: true },
  ),
  source(
    'survey',
    {
      title: 'Residents’ survey',
      publisher: 'Harrowmere County Council',
      issued: { 'date-parts': [[2026, 2]] },
    },
    { published: false },
  ),
  source('mail', { type: 'personal_communication', title: 'Re: pumps & <walls>' }, { paged: false }),
  source('secret', { title: 'Legal advice on the wall' }, { published: false, marking: SENSITIVE }),
]);

export async function evidenceOf(
  form: EvidenceForm,
  style: StyleChoice = 'gov-uk',
  more: Partial<PrintEvidence> = {},
): Promise<PrintEvidence> {
  return {
    form,
    makeCiter: await loadCiter(style),
    sources,
    pages: new Map(),
    backgroundPapers: true,
    quoteHigher: false,
    ...more,
  };
}

const inTurn = ['flood', 'survey', 'mail', 'secret'] as const;

/** The document with a citation of each of its blocks, of a part of its words where it has any. */
export function citingAll(document: DespatchDocument): DespatchDocument {
  let count = 0;
  const whole = (block: Block): Block => {
    if (block.kind === 'unknown' || block.kind === 'guidance') return block;
    count += 1;
    const id = `c${count}`;
    const [first, ...rest] = block.content;
    const partly = count % 2 === 0 && first?.type === 'text' && block.kind !== 'table';
    return {
      ...block,
      ...(partly ? { content: [{ ...first, cited: [id] }, ...rest] } : {}),
      citations: [citation(id, inTurn[count % inTurn.length] ?? 'flood', (count % 30) + 1)],
    };
  };
  const sections = document.sections.map(
    (section): AnySection =>
      section.role === 'unknown' ? section : { ...section, blocks: section.blocks.map(whole) },
  );
  return { ...document, sections };
}
