/** A library with a source that points of many documents cite, and that has had a new edition since. */
import { createHash } from 'node:crypto';
import { openStore } from '../../electron/library/db/store.ts';
import { Anchors } from '../../electron/library/evidence/anchors.ts';
import { EvidenceNews } from '../../electron/library/evidence/news.ts';
import { Originals } from '../../electron/library/evidence/originals.ts';
import { standingHandlers } from '../../electron/library/evidence/standing-handlers.ts';
import { createGrants } from '../../electron/library/grants.ts';
import { insertDocument } from '../../electron/library/insert-document.ts';
import { plainBlock, section } from '../../shared/document/build.ts';
import type { DespatchDocument } from '../../shared/document/schema.ts';
import { defaultSettings } from '../../shared/document/settings.ts';
import { takePassage } from '../../shared/evidence/taken.ts';

const LINES = 4000;
const POINTS_OF_A_DOCUMENT = 100;
const sourceId = 'source';
const mint = () => crypto.randomUUID();
const context = { signal: new AbortController().signal, progress: () => {} };

const line = (at: number) =>
  `In ward ${at} of the county ${at * 7 + 13} homes were visited and ${at * 3} were found wet.`;
/** Of ten lines one has another figure in the new edition, and of fifty one is gone. */
function lineNow(at: number): string {
  if (at % 50 === 7) return '';
  return at % 10 === 3 ? line(at).replace(' visited', ' inspected twice') : line(at);
}

export interface CitedSource {
  /** Where every citation of the source stands today, as if nobody had asked before. @returns how many there are. */
  recheck(): Promise<number>;
  close(): void;
}

export function citedSource(folder: string, points: number): CitedSource {
  const now = () => new Date();
  const store = openStore({ folder, nativeBinding: null, now });
  const before = Array.from({ length: LINES }, (_, at) => line(at)).join('\n');
  const after = `A new foreword.\n${Array.from({ length: LINES }, (_, at) => lineNow(at)).join('\n')}`;
  const edition = (text: string) => ({
    id: createHash('sha256').update(text).digest('hex'),
    fileName: 'wards.txt',
    mediaType: 'text/plain',
    bytes: text.length,
    addedAt: now().toISOString(),
    textState: 'text' as const,
    pages: 1,
    words: 1,
    notices: [],
    paged: false,
    outline: [],
  });
  const old = edition(before);
  const csl = { type: 'report', title: 'Wards' };
  const details = { csl, published: true, marking: null, reviewBy: null, description: '', own: {} };
  const stamp = { version: '0.0.0', time: now().toISOString() };
  store.write((tables) => {
    tables.sources.insert({ id: sourceId, kind: 'text', details, edition: old, addedAt: old.addedAt });
    tables.passages.put(old.id, [{ label: null, text: before, roles: [] }]);
    for (let from = 0; from < points; from += POINTS_OF_A_DOCUMENT) {
      const amount = Math.min(POINTS_OF_A_DOCUMENT, points - from);
      insertDocument(tables, documentCiting(before, old.id, from, amount), [], stamp);
    }
    const next = edition(after);
    tables.sources.addEdition(sourceId, 'text', next, next.addedAt);
    tables.passages.put(next.id, [{ label: null, text: after, roles: [] }]);
  });
  const services = {
    store: () => store,
    folder,
    grants: createGrants(),
    mint,
    now,
    version: stamp.version,
    extract: () => Promise.reject(new Error('no file is read here')),
    readReferences: () => Promise.reject(new Error('no file is read here')),
    readPackage: () => Promise.reject(new Error('no file is read here')),
    readStyle: () => Promise.reject(new Error('no style is read here')),
    originals: new Originals(folder),
    evidenceNews: new EvidenceNews(),
  };
  return {
    async recheck() {
      const handlers = standingHandlers(services, new Anchors(() => store));
      const uses = await handlers['standing.uses']({ sourceId }, context);
      return uses.length;
    },
    close: () => store.close(),
  };
}

function documentCiting(text: string, edition: string, from: number, amount: number): DespatchDocument {
  const blocks = Array.from({ length: amount }, (_, at) => {
    const words = line((from + at) * 3);
    const start = text.indexOf(words);
    const place = { sourceId, edition, page: null, text, start: 0 };
    const taken = takePassage(place, { start, end: start + words.length });
    if (!taken) throw new Error('The generated line is not in the generated source.');
    return {
      ...plainBlock(mint, 'paragraph', [{ type: 'text', text: words }]),
      citations: [{ id: mint(), bearing: 'supports' as const, ...taken }],
    };
  });
  return {
    format: 3,
    id: mint(),
    kind: 'report',
    marking: null,
    settings: defaultSettings,
    sections: [section(mint, 'body', blocks)],
  };
}
