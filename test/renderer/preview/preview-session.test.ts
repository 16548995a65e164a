import { expect, test } from 'vitest';
import { PreviewSession, type SessionParts } from '../../../renderer/preview/preview-session.ts';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { PLACE_LENGTH } from '../../../shared/contract/preview-calls.ts';
import { plainBlock, section } from '../../../shared/document/build.ts';
import type { DespatchDocument } from '../../../shared/document/schema.ts';
import { newDocument } from '../../shared/document/blank.ts';

type Request = Parameters<SessionParts['typeset']>[0];
type Answer = Awaited<ReturnType<SessionParts['typeset']>>;

interface Asked {
  readonly request: Request;
  answer(answer: Answer): Promise<void>;
  fail(error: Error): Promise<void>;
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A session whose clock and typesetter belong to the test. */
function start() {
  let now = 0;
  let timers: { at: number; run: () => void }[] = [];
  const asked: Asked[] = [];
  const put: unknown[][] = [];
  let closed = 0;
  let version = 0;
  const session = new PreviewSession({
    put: async (sections) => void put.push(sections),
    typeset: (request) =>
      new Promise((resolve, reject) => {
        asked.push({
          request,
          async answer(answer) {
            resolve(answer);
            await settled();
          },
          async fail(error) {
            reject(error);
            await settled();
          },
        });
      }),
    close: () => {
      closed += 1;
    },
    now: () => now,
    later(run, delayMs) {
      const timer = { at: now + delayMs, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
  });
  return {
    session,
    asked,
    put,
    closed: () => closed,
    /** Lets time pass, with whatever falls due in it. */
    async pass(ms: number) {
      now += ms;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { run } of due) run();
      await settled();
    },
    pages(count: number): Answer {
      version += 1;
      const places = new Float32Array(PLACE_LENGTH);
      return {
        state: 'typeset',
        version,
        stops: null,
        sizes: new Float32Array(2 * count),
        blockIds: ['a'],
        places,
      };
    },
  };
}

function documentOf(sections = 3, blocks = 1): DespatchDocument {
  let next = 0;
  const mint = () => `id-${++next}`;
  return {
    ...newDocument('report', mint),
    sections: Array.from({ length: sections }, () =>
      section(
        mint,
        'body',
        Array.from({ length: blocks }, () =>
          plainBlock(mint, 'paragraph', [{ type: 'text', text: 'Words' }]),
        ),
      ),
    ),
  };
}

/** The same document with one section retyped. */
function edited(document: DespatchDocument, at: number): DespatchDocument {
  return {
    ...document,
    sections: document.sections.map((each, index) => (index === at ? { ...each } : each)),
  };
}

const idsOf = (sections: readonly unknown[]) => sections.map((each) => (each as { id: string }).id);
const stopped = () => new DespatchError('preview.stopped', { reason: 'it ended' });

test('while somebody looks, a change is typeset at once, and only what changed is handed over', async () => {
  const { session, asked, pass, pages } = start();
  session.watch();
  const first = documentOf();
  session.show(first);
  await pass(0);
  expect(asked[0]?.request.order).toEqual(idsOf(first.sections));
  expect(idsOf(asked[0]?.request.sections ?? [])).toEqual(idsOf(first.sections));
  await asked[0]?.answer(pages(9));
  expect(session.state()).toMatchObject({ stale: false, typesetting: false, pages: { count: 9 } });

  session.show(edited(first, 1));
  await pass(0);
  expect(idsOf(asked[1]?.request.sections ?? [])).toEqual([first.sections[1]?.id]);
});

test('without anybody looking, the count follows five seconds after the last change', async () => {
  const { session, asked, pass, pages } = start();
  const document = documentOf();
  session.show(document);
  await pass(4000);
  session.show(edited(document, 0));
  await pass(4999);
  expect(asked).toHaveLength(0);
  await pass(1);
  expect(asked).toHaveLength(1);
  await asked[0]?.answer(pages(2));
  session.show(edited(document, 1));
  await pass(250);
  expect(session.state()).toMatchObject({ stale: true, pages: { count: 2, at: 9000 } });
  session.watch();
  await pass(0);
  expect(asked).toHaveLength(2);
});

test('what is over in the blink of an eye is one change of state, what takes longer is said', async () => {
  const { session, asked, pass, pages } = start();
  session.watch();
  let drawn = 0;
  session.subscribe(() => {
    drawn += 1;
  });
  const document = documentOf();
  session.show(document);
  await pass(0);
  await pass(100);
  await asked[0]?.answer(pages(9));
  await pass(10_000);
  expect(drawn).toBe(1);
  session.show(edited(document, 0));
  await pass(0);
  await pass(250);
  expect(session.state()).toMatchObject({ stale: true, typesetting: true });
  await asked[1]?.answer(pages(9));
  expect(session.state()).toMatchObject({ stale: false, typesetting: false });
  expect(drawn).toBe(3);
});

test('of all changes made meanwhile only the newest is typeset, and one at a time', async () => {
  const { session, asked, pass, pages } = start();
  session.watch();
  const document = documentOf();
  session.show(document);
  await pass(0);
  const second = edited(document, 0);
  const third = edited(second, 2);
  session.show(second);
  session.show(third);
  await pass(0);
  expect(asked).toHaveLength(1);
  await asked[0]?.answer(pages(9));
  expect(session.state()).toMatchObject({ stale: true, pages: { document } });
  await pass(0);
  expect(asked).toHaveLength(2);
  expect(idsOf(asked[1]?.request.sections ?? [])).toEqual([
    document.sections[0]?.id,
    document.sections[2]?.id,
  ]);
  await asked[1]?.answer(pages(9));
  expect(session.state()).toMatchObject({ stale: false, pages: { document: third } });
  await pass(10_000);
  expect(asked).toHaveLength(2);
});

test('a document that takes long leaves the machine two thirds of the time', async () => {
  const { session, asked, pass, pages } = start();
  session.watch();
  const document = documentOf();
  session.show(document);
  await pass(0);
  await pass(1000);
  await asked[0]?.answer(pages(300));
  session.show(edited(document, 0));
  await pass(1999);
  expect(asked).toHaveLength(1);
  await pass(1);
  expect(asked).toHaveLength(2);
});

test('a large document is handed over in pieces, and again where the typesetter has lost it', async () => {
  const { session, asked, put, pass, pages } = start();
  session.watch();
  const document = documentOf(10, 100);
  session.show(document);
  await pass(0);
  expect(put.map((sections) => sections.length)).toEqual([2, 2, 2, 2]);
  expect(asked[0]?.request.sections).toHaveLength(2);
  await asked[0]?.answer({ state: 'missing', sections: document.sections.slice(0, 5).map(({ id }) => id) });
  expect(put.slice(4).map((sections) => sections.length)).toEqual([2, 2]);
  expect(idsOf(asked[1]?.request.sections ?? [])).toEqual([document.sections[4]?.id]);
  await asked[1]?.answer(pages(40));
  expect(session.state()).toMatchObject({ error: null, pages: { count: 40 } });
});

test('a typesetter that never has what it was given is an error, not a loop', async () => {
  const { session, asked, pass } = start();
  session.watch();
  const document = documentOf();
  session.show(document);
  await pass(0);
  // Two attempts of three rounds each.
  for (let round = 0; round < 6; round += 1) {
    await asked[round]?.answer({ state: 'missing', sections: idsOf(document.sections) });
  }
  expect(asked).toHaveLength(6);
  expect(session.state()).toMatchObject({ typesetting: false, error: { code: 'preview.stopped' } });
});

test('a typesetter that died is given everything once more; if it dies again, that is said', async () => {
  const { session, asked, pass, pages } = start();
  session.watch();
  const document = documentOf();
  session.show(document);
  await pass(0);
  await asked[0]?.answer(pages(9));
  session.show(edited(document, 0));
  await pass(0);
  expect(asked[1]?.request.sections).toHaveLength(1);
  await asked[1]?.fail(stopped());
  expect(asked[2]?.request.sections).toHaveLength(3);
  await pass(250);
  expect(session.state()).toMatchObject({ typesetting: true, error: null });
  await asked[2]?.fail(stopped());
  expect(session.state()).toMatchObject({
    typesetting: false,
    error: { code: 'preview.stopped' },
    pages: { count: 9 },
  });
  session.retry();
  await settled();
  await asked[3]?.answer(pages(8));
  expect(session.state()).toMatchObject({ error: null, pages: { count: 8 } });
});

test('words that cannot be printed are said, the old pages stay, and the next words are tried', async () => {
  const { session, asked, pass, pages } = start();
  session.watch();
  const document = documentOf();
  session.show(document);
  await pass(0);
  await asked[0]?.answer(pages(9));
  session.show(edited(document, 0));
  await pass(0);
  await asked[1]?.fail(new DespatchError('export.unprintable', { characters: '“𒀀”', blockId: 'b' }));
  expect(session.state()).toMatchObject({
    stale: false,
    error: { code: 'export.unprintable', details: { blockId: 'b' } },
    pages: { count: 9 },
  });
  await pass(60_000);
  expect(asked).toHaveLength(2);
  session.show(edited(document, 0));
  await pass(0);
  await asked[2]?.answer(pages(9));
  expect(session.state().error).toBeNull();
});

test('pages that died with their typesetter are made again, once', async () => {
  const { session, asked, pass, pages } = start();
  session.watch();
  session.show(documentOf());
  await pass(0);
  await asked[0]?.answer(pages(9));
  session.lost(99);
  await pass(0);
  expect(asked).toHaveLength(1);
  session.lost(session.state().pages?.version ?? 0);
  session.lost(session.state().pages?.version ?? 0);
  await pass(0);
  await asked[1]?.answer(pages(9));
  session.lost(session.state().pages?.version ?? 0);
  await pass(60_000);
  expect(asked).toHaveLength(2);
});

test('after the document is closed nothing is typeset, and a dead typesetter is let lie', async () => {
  const { session, asked, put, pass, closed } = start();
  session.watch();
  session.show(documentOf(10, 100));
  await pass(0);
  session.end();
  expect(closed()).toBe(1);
  await asked[0]?.fail(stopped());
  const handed = put.length;
  await pass(60_000);
  expect(asked).toHaveLength(1);
  expect(put).toHaveLength(handed);
});
