import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CallContext } from '../../../shared/contract/calls.ts';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { type CitingPlan, withCitations } from '../../../shared/evidence/cite-words.ts';
import { takePassage } from '../../../shared/evidence/taken.ts';
import { sourceFromText } from '../../../shared/import/plain-text.ts';
import { recognise } from '../../../shared/import/recognise.ts';
import { resourcesFolder } from '../../paths.ts';
import type { Tables } from '../db/store.ts';
import type { Intake } from '../evidence/intake.ts';
import { changeSource, detailsOf, findSource } from '../evidence/source-rows.ts';
import type { FeatureHandlers, Services } from '../handlers.ts';
import { insertDocument } from '../insert-document.ts';
import { completed, readSampleEvidence, type SampleCitation, type SampleSource } from './sample-evidence.ts';
import { enterSampleMeeting, readSampleMeeting } from './sample-meeting.ts';

/** In `resources/sample-library`. */
const sampleFiles = ['ministerial-brief.md', 'committee-report.md'];

export function sampleHandlers(services: Services, intake: Intake): FeatureHandlers<'samples.add'> {
  const { store, mint, now, version, evidenceNews } = services;

  /** @returns source ids by the names of their files; what the library had already is left as somebody made it. */
  async function takeIn(
    folder: string,
    sources: readonly SampleSource[],
    { signal, progress }: CallContext,
  ): Promise<ReadonlyMap<string, string>> {
    const files = sources.map(({ file }) => ({ path: path.join(folder, 'evidence', file), name: file }));
    const batch = await intake.run(intake.begin(files, { folder: null, editionOf: null }), {
      signal: abortSignal({ signal }),
      progress: (done, label) => progress(0.9 * done, label),
    });
    // Nobody needs a report of our own files, unless one of them failed.
    const failed = batch.rows.find(({ sourceId }) => sourceId === null);
    if (failed)
      throw new DespatchError('input.unreadable', { file: failed.file, reason: failed.reason ?? '' });
    intake.dismiss(batch.id);
    store().write((tables) => {
      for (const [at, { sourceId, status }] of batch.rows.entries()) {
        const source = sources[at];
        if (sourceId === null || !source || status !== 'added') continue;
        const details = completed(detailsOf(findSource(tables, sourceId)), source);
        changeSource(tables, sourceId, details, now().toISOString());
      }
    });
    return new Map(batch.rows.flatMap(({ file, sourceId }) => (sourceId === null ? [] : [[file, sourceId]])));
  }

  return {
    'samples.add': async (_input, context) => {
      const folder = path.join(resourcesFolder(), 'sample-library');
      const { sources, citations } = readSampleEvidence(folder);
      const ids = await takeIn(folder, sources, context);
      context.progress(0.9, 'Sample documents');
      const documents = sampleFiles.map((name) => ({
        name,
        document: recognise(sourceFromText(readFileSync(path.join(folder, name), 'utf8'), name), { mint })
          .document,
      }));
      context.progress(0.95, 'Sample meeting');
      const meeting = await readSampleMeeting(services, folder, new Set(sampleFiles), abortSignal(context));
      store().write((tables) => {
        // Nobody needs to review how our own files were read.
        for (const { name, document } of documents) {
          const plans = citations
            .filter((citation) => citation.document === name)
            .map((citation) => planOf(tables, ids, citation));
          const cited = withCitations(document, plans);
          insertDocument(tables, cited, [], { version, time: now().toISOString() });
        }
        const byName = new Map(documents.map(({ name, document }) => [name, document.id]));
        enterSampleMeeting(tables, meeting, byName, { mint, time: now().toISOString() });
      });
      evidenceNews.changed();
      return { documentIds: documents.map(({ document }) => document.id) };
    },
  };
}

function planOf(tables: Tables, ids: ReadonlyMap<string, string>, citation: SampleCitation): CitingPlan {
  const { block, on = null, instead = null, source, quote, bearing } = citation;
  const sourceId = ids.get(source) ?? '';
  const { edition } = findSource(tables, sourceId);
  const text = tables.passages.wholeText(edition);
  const start = text.indexOf(quote);
  const page = tables.editions.get(edition)?.paged
    ? (tables.passages.pagesOf(edition).findLast((each) => each.start <= start)?.number ?? null)
    : null;
  const taken =
    start === -1
      ? null
      : takePassage({ sourceId, edition, page, text, start: 0 }, { start, end: start + quote.length });
  if (taken === null) throw new Error(`${source} does not say “${quote}”.`);
  return { block, on, instead, taken, bearing };
}

/** In this process every signal is the platform's own. */
function abortSignal({ signal }: Pick<CallContext, 'signal'>): AbortSignal {
  return signal instanceof AbortSignal ? signal : new AbortController().signal;
}
