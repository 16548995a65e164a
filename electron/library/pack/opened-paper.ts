/** What a builder of packs is given: papers as they were found, and the processes that work on them. */
import type { DespatchDocument } from '../../../shared/document/schema.ts';
import type { Assembled, AssemblyJob } from '../../../shared/pack/assembly.ts';
import type { ImportedRow } from '../../../shared/pack/check/input.ts';
import type { Inspection } from '../../../shared/pack/inspection.ts';
import type { Paper } from '../../../shared/pack/meeting.ts';
import type { Proof, ProofJob } from '../../../shared/pack/proof-report.ts';
import type { PrintEvidence } from '../../../shared/print/evidence.ts';
import type { Pictures } from '../export/pictures.ts';

export interface OpenedPdf {
  readonly type: 'pdf';
  /** Absolute. */
  readonly file: string;
  /** The name the clerk knows it by. */
  readonly name: string;
}
export interface OpenedDocument {
  readonly type: 'document';
  readonly document: DespatchDocument;
  readonly pictures: Pictures;
  readonly evidence: PrintEvidence | undefined;
  readonly name: string;
  /** Of the file it was imported from; null: written here. */
  readonly imported: readonly ImportedRow[] | null;
  /** SHA-256 of that file, and how large it is. */
  readonly sha256: string | null;
  readonly bytes: number | null;
}
export type OpenedPaper = OpenedPdf | OpenedDocument;

export interface PackTools {
  /** @throws DespatchError `input.*`, `package.*`, `document.*` */
  open(paper: Paper, signal: AbortSignal): Promise<OpenedPaper>;
  /** @throws DespatchError `input.*` */
  inspect(file: string, name: string, signal: AbortSignal): Promise<Inspection>;
  /** @throws DespatchError `pack.*`, `output.*`, `call.cancelled` */
  assemble(
    job: AssemblyJob,
    signal: AbortSignal,
    progress: (done: number, of: number) => void,
  ): Promise<Assembled>;
  /** @throws DespatchError `pack.stopped`, `call.cancelled` */
  prove(job: ProofJob, signal: AbortSignal): Promise<Proof>;
}
