/** Papers → PDFs that can be put into a pack, with what is known of them. */
import path from 'node:path';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { exemptionsIn } from '../../../shared/document/exempt.ts';
import type { Marking } from '../../../shared/document/schema.ts';
import type { PaperContent } from '../../../shared/pack/check/input.ts';
import type { Exemption } from '../../../shared/pack/exemption.ts';
import type { PackPaper } from '../../../shared/pack/pack-papers.ts';
import { printDocument } from '../../../shared/print/model.ts';
import type { OpenedDocument, OpenedPaper, PackTools } from './opened-paper.ts';
import { shownMarking } from './shown-marking.ts';
import { standBy } from './stand-by.ts';

/** One version of a paper. */
export interface PreparedPdf {
  readonly file: string;
  readonly pages: number;
}

export interface PreparedPaper extends PackPaper {
  /** Its item, as in messages and reports: "Agenda Item 6", "Tab 6". */
  readonly called: string;
  /** As in messages. */
  readonly name: string;
  readonly origin: 'ours' | 'supplied';
  /** Of the file it came from; null for what was written here. */
  readonly sha256: string | null;
  readonly whole: PreparedPdf;
  /** What the public may read; `whole` where that is all of it. null: nothing. */
  readonly open: PreparedPdf | null;
  /** Of single passages. */
  readonly passages: readonly Exemption[];
  readonly marking: Marking | null;
  /** null: it could not be read, and a page that says so stands in its place. */
  readonly opened: OpenedPaper | null;
  readonly content: PaperContent;
}

export interface Preparing {
  readonly tools: Pick<PackTools, 'open' | 'inspect'>;
  /** "Agenda Item", "Tab" */
  readonly itemWord: string;
  /** Where what is typeset goes. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

/** @throws DespatchError `input.*`, `document.*`, `package.*`, `export.*` and the like of the paper itself; `call.cancelled` */
export async function preparePaper(
  paper: PackPaper,
  at: number,
  preparing: Preparing,
): Promise<PreparedPaper> {
  const { tools, signal, itemWord } = preparing;
  const opened = await tools.open(paper.paper, signal);
  if (opened.type === 'document') return typesetPaper(paper, opened, at, preparing);
  const inspection = await tools.inspect(opened.file, opened.name, signal);
  const whole = { file: opened.file, pages: inspection.pages.length };
  return {
    ...paper,
    called: `${itemWord} ${paper.number}`,
    name: opened.name,
    origin: 'supplied',
    sha256: inspection.sha256,
    whole,
    open: paper.exempt === null ? whole : null,
    passages: [],
    marking: shownMarking(inspection),
    opened,
    content: { type: 'pdf', inspection },
  };
}

async function typesetPaper(
  paper: PackPaper,
  opened: OpenedDocument,
  at: number,
  { folder, signal, itemWord }: Preparing,
): Promise<PreparedPaper> {
  const { document, name, imported, sha256, bytes } = opened;
  const passages = paper.exempt === null ? exemptionsIn(document) : [];
  const put = async (audience: 'restricted' | 'public'): Promise<PreparedPdf> => {
    if (signal.aborted) throw new DespatchError('call.cancelled');
    const { pdf, pages } = await typeset(paper, opened, audience);
    const file = path.join(folder, `paper-${at}-${audience}.pdf`);
    await standBy(file, pdf);
    return { file, pages };
  };
  const whole = await put('restricted');
  return {
    ...paper,
    called: `${itemWord} ${paper.number}`,
    name,
    origin: 'ours',
    sha256,
    whole,
    open: paper.exempt !== null ? null : passages.length > 0 ? await put('public') : whole,
    passages,
    marking: document.marking,
    opened,
    content: { type: 'document', document, imported, sha256, bytes },
  };
}

async function typeset(
  { exempt }: PackPaper,
  { document, evidence, pictures }: OpenedDocument,
  audience: 'restricted' | 'public',
): Promise<{ pdf: Uint8Array; pages: number }> {
  const { renderBarePdf } = await import('../export/pdf/index.ts');
  const print = printDocument(document, { audience, evidence, exempt: exempt === null ? [] : [exempt] });
  return renderBarePdf(print, pictures);
}
