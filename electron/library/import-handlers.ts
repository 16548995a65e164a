/** Making a document from a file or from pasted text, and keeping what the person said to the import report. */
import type { CallContext, CallInput } from '../../shared/contract/calls.ts';
import { DespatchError } from '../../shared/contract/errors.ts';
import { titleOf } from '../../shared/document/walk.ts';
import { sourceFromText } from '../../shared/import/plain-text.ts';
import { recognise } from '../../shared/import/recognise.ts';
import type { SourceText } from '../../shared/import/source.ts';
import { PACKAGE_EXTENSION } from '../../shared/portable/extension.ts';
import { ReturnedSources } from './evidence/returned-citations.ts';
import type { FeatureHandlers, Services } from './handlers.ts';
import { insertDocument } from './insert-document.ts';
import { findDocument } from './stored-document.ts';

type ImportSource = CallInput<'documents.import'>['source'];

export function importHandlers(
  services: Services,
): FeatureHandlers<'documents.import' | 'documents.setImportRowState'> {
  const { store, grants, mint, now, version, extract, evidenceNews } = services;

  async function read(source: ImportSource, signal: AbortSignal): Promise<SourceText> {
    if ('grant' in source) return extract(grants.fileOf(source.grant, 'read'), signal);
    if (source.text.trim() === '') throw new DespatchError('input.empty', { file: source.name });
    return sourceFromText(source.text, source.name);
  }

  return {
    'documents.import': async ({ source, as }, context) => {
      if ('grant' in source) {
        const file = grants.fileOf(source.grant, 'read');
        if (isPackage(file)) {
          const { importPackage } = await import('./portable/import-package.ts');
          return importPackage(services, file, abortSignal(context), context.progress);
        }
      }
      context.progress(0, 'Reading');
      const text = await read(source, abortSignal(context));
      context.progress(0.6, 'Recognising');
      const { document: recognised, report } = recognise(text, {
        mint,
        citations: true,
        ...(as === undefined ? {} : { as }),
      });
      const sources = await ReturnedSources.of(recognised, text.kept, services);
      if (context.signal.aborted) throw new DespatchError('call.cancelled');
      context.progress(0.9, 'Saving');
      const time = now().toISOString();
      const document = store().write((tables) => {
        const entered = sources.enter(tables, recognised, time);
        insertDocument(tables, entered, report, { version, time });
        return entered;
      });
      if (sources.entered > 0) evidenceNews.changed();
      return { documentId: document.id, kind: document.kind, title: titleOf(document), report };
    },

    'documents.setImportRowState': async ({ documentId, rowIds, state }) =>
      store().write((tables) => {
        findDocument(tables, documentId);
        for (const rowId of rowIds) {
          if (!tables.importReport.setState(documentId, rowId, state)) {
            throw new DespatchError('call.invalid', { reason: `the import report has no row ${rowId}` });
          }
        }
        return { importReport: tables.importReport.all(documentId) };
      }),
  };
}

function isPackage(file: string): boolean {
  return file.toLowerCase().endsWith(PACKAGE_EXTENSION);
}

/** In this process every signal is the platform's own. */
function abortSignal({ signal }: CallContext): AbortSignal {
  return signal instanceof AbortSignal ? signal : new AbortController().signal;
}
