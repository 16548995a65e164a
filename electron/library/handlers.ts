/** What the handlers of every feature are given. */
import type { CallName, Handlers } from '../../shared/contract/calls.ts';
import type { Mint } from '../../shared/document/build.ts';
import type { CslStyle } from '../../shared/evidence/csl-style.ts';
import type { CslItem } from '../../shared/evidence/source.ts';
import type { SourceText } from '../../shared/import/source.ts';
import type { DespatchPackage } from '../../shared/portable/format.ts';
import type { Store } from './db/store.ts';
import type { EvidenceNews } from './evidence/news.ts';
import type { Originals } from './evidence/originals.ts';
import type { Grants } from './grants.ts';

export interface Services {
  /** Opens, and where it may makes, the library at the first use. */
  store(): Store;
  /** Where the library's file stands. */
  readonly folder: string;
  readonly grants: Grants;
  readonly mint: Mint;
  readonly now: () => Date;
  /** The version of this product. */
  readonly version: string;
  /** The files of sources, as they came in. */
  readonly originals: Originals;
  /** To be told of every write of sources, batches and links. */
  readonly evidenceNews: EvidenceNews;
  /** Reads a foreign file where it can do no harm. @throws DespatchError `input.*`, `call.cancelled` */
  extract(file: string, signal: AbortSignal): Promise<SourceText>;
  /**
   * Reads a document with its evidence there, which puts the originals into a folder.
   * @throws DespatchError `package.*`, `input.*`, `call.cancelled`
   */
  readPackage(
    asked: { readonly file: string; readonly folder: string; readonly prefix: string },
    signal: AbortSignal,
  ): Promise<DespatchPackage>;
  /** Reads references there. @throws DespatchError `references.invalid`, `input.*`, `call.cancelled` */
  readReferences(file: string, signal: AbortSignal): Promise<CslItem[]>;
  /** Reads a citation style there. @throws DespatchError `style.invalid`, `input.*`, `call.cancelled` */
  readStyle(file: string, signal: AbortSignal): Promise<CslStyle>;
}

/** The handlers of one feature, taken together in `open.ts`. */
export type FeatureHandlers<Name extends CallName> = Pick<Handlers, Name>;
