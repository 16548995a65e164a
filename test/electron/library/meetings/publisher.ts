/** Started by `publish-kill.test.ts`: `node publisher.ts FOLDER MEETING`. Builds and publishes without end. */
import { writeSync } from 'node:fs';
import { openStore } from '../../../../electron/library/db/store.ts';
import { EvidenceNews } from '../../../../electron/library/evidence/news.ts';
import { Originals } from '../../../../electron/library/evidence/originals.ts';
import { createGrants } from '../../../../electron/library/grants.ts';
import { noWorkshop } from '../../../../electron/library/meetings/pack-builder.ts';
import { packHandlers } from '../../../../electron/library/meetings/pack-handlers.ts';
import { fakeBuilder } from './fake-builder.ts';

const [folder = '', meetingId = ''] = process.argv.slice(2);
const now = () => new Date();
const store = openStore({ folder, nativeBinding: null, now });
const nothing = () => Promise.reject(new Error('no file is read here'));
const handlers = packHandlers(
  {
    store: () => store,
    folder,
    grants: createGrants(),
    mint: () => crypto.randomUUID(),
    now,
    version: '0.1.0',
    extract: nothing,
    readReferences: nothing,
    readPackage: nothing,
    readStyle: nothing,
    originals: new Originals(folder),
    evidenceNews: new EvidenceNews(),
  },
  new Originals(folder, 'packs'),
  { ...noWorkshop, build: fakeBuilder({ mark: String(process.pid) }) },
);
const context = { signal: new AbortController().signal, progress: () => {} };
for (;;) {
  const { packs } = await handlers['packs.build'](
    { meetingId, kind: 'consolidated', audiences: ['restricted', 'public'] },
    context,
  );
  const published = await handlers['packs.publish']({ packIds: packs.map(({ id }) => id) }, context);
  writeSync(1, `${published.packs.map(({ id }) => id).join('\n')}\n`);
}
