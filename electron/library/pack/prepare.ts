/** Papers → PDFs that can be put into a pack, with what is known of them. */
import { promises } from 'node:fs';
import path from 'node:path';
import { DespatchError, toErrorData } from '../../../shared/contract/errors.ts';
import { explain } from '../../../shared/contract/messages.ts';
import { exemptionsIn } from '../../../shared/document/exempt.ts';
import type { Marking } from '../../../shared/document/schema.ts';
import type { PaperContent } from '../../../shared/pack/check/input.ts';
import type { Exemption } from '../../../shared/pack/exemption.ts';
import type { PackPaper } from '../../../shared/pack/pack-papers.ts';
import { printDocument } from '../../../shared/print/model.ts';
import type { OpenedDocument, OpenedPaper, PackTools } from './opened-paper.ts';
import { shownMarking } from './shown-marking.ts';

/** One version of a paper. */
export interface PreparedPdf {
  readonly file: string;
  readonly pages: number;
}

export interface PreparedPaper extends PackPaper {
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
  readonly opened: OpenedPaper;
  readonly content: PaperContent;
}

export interface Preparing {
  readonly tools: Pick<PackTools, 'open' | 'inspect'>;
  /** Where what is typeset goes. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

/** "Agenda Item 6", as in messages. */
export function itemName({ number }: Pick<PackPaper, 'number'>): string {
  return `Agenda Item ${number}`;
}

/** An error of one paper, with the item it is in. */
function ofPaper(thrown: unknown, paper: PackPaper): unknown {
  if (!(thrown instanceof DespatchError) || thrown.code === 'call.cancelled') return thrown;
  if (thrown.code === 'fault' || thrown.code.startsWith('pack.') || thrown.code.startsWith('output.'))
    return thrown;
  const given = thrown.details['file'];
  const { source } = paper.paper;
  const named =
    source.type === 'path' ? source.path : source.type === 'file' ? source.name : paper.paper.title;
  const { why } = explain(toErrorData(thrown));
  const reason = why.replace(/\.$/, '');
  const file = typeof given === 'string' && source.type === 'document' ? given : named;
  return new DespatchError(
    'pack.partFailed',
    { file, item: `${itemName(paper)}, “${paper.item.title}”`, reason, cause: thrown.code },
    { cause: thrown },
  );
}

/** @throws DespatchError `pack.partFailed` with file, item and reason; `call.cancelled` */
export async function preparePaper(
  paper: PackPaper,
  at: number,
  preparing: Preparing,
): Promise<PreparedPaper> {
  const { tools, signal } = preparing;
  try {
    const opened = await tools.open(paper.paper, signal);
    if (opened.type === 'document') return await typesetPaper(paper, opened, at, preparing);
    const inspection = await tools.inspect(opened.file, opened.name, signal);
    const whole = { file: opened.file, pages: inspection.pages.length };
    return {
      ...paper,
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
  } catch (thrown) {
    throw ofPaper(thrown, paper);
  }
}

async function typesetPaper(
  paper: PackPaper,
  opened: OpenedDocument,
  at: number,
  { folder, signal }: Preparing,
): Promise<PreparedPaper> {
  const { document, name, imported, sha256, bytes } = opened;
  const passages = paper.exempt === null ? exemptionsIn(document) : [];
  const put = async (audience: 'restricted' | 'public'): Promise<PreparedPdf> => {
    if (signal.aborted) throw new DespatchError('call.cancelled');
    const { pdf, pages } = await typeset(paper, opened, audience);
    const file = path.join(folder, `paper-${at}-${audience}.pdf`);
    await promises.writeFile(file, pdf);
    return { file, pages };
  };
  const whole = await put('restricted');
  return {
    ...paper,
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
