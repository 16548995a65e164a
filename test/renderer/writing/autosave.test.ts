import { expect, test } from 'vitest';
import type { Acknowledgement, SaveState } from '../../../renderer/saving/saving.ts';
import { Autosave, type SaveRequest, type StoredVersion } from '../../../renderer/writing/autosave.ts';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { plainBlock, section } from '../../../shared/document/build.ts';
import type { AnySection, DespatchDocument } from '../../../shared/document/schema.ts';
import { newDocument } from '../../shared/document/blank.ts';

interface Answer {
  readonly request: SaveRequest;
  acknowledge(): Promise<void>;
  refuse(error: Error): Promise<void>;
}

/** A library whose answers, and a clock whose ticks, come when the test says so. */
class Bench {
  readonly answers: Answer[] = [];
  readonly states: SaveState[] = [];
  readonly delays: number[] = [];
  stored: StoredVersion | null = null;
  #alarm: (() => void) | null = null;
  readonly autosave = new Autosave({
    revision: 7,
    save: (request) =>
      new Promise<Acknowledgement>((resolve, reject) => {
        this.answers.push({
          request,
          async acknowledge() {
            const revision = request.baseRevision + 1;
            resolve({ revision, savedAt: `at ${revision}` });
            await settle();
          },
          async refuse(error) {
            reject(error);
            await settle();
          },
        });
      }),
    readStored: async () => {
      if (!this.stored) throw new Error('nothing stored');
      return this.stored;
    },
    now: () => 'now',
    later: (run, delayMs) => {
      this.delays.push(delayMs);
      this.#alarm = run;
      return () => {
        this.#alarm = null;
      };
    },
    onState: (state) => this.states.push(state),
  });

  get statuses(): string[] {
    return this.states.map(({ status }) => status);
  }
  answer(at: number): Answer {
    const answer = this.answers[at];
    if (!answer) throw new Error(`There was no save ${at}; there were ${this.answers.length}.`);
    return answer;
  }
  async ring(): Promise<void> {
    const alarm = this.#alarm;
    this.#alarm = null;
    if (!alarm) throw new Error('No attempt is planned.');
    alarm();
    await settle();
  }
  get armed(): boolean {
    return this.#alarm !== null;
  }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
let minted = 0;
const mint = () => {
  minted += 1;
  return `id-${minted}`;
};
const full = () => new DespatchError('library.full');

function topic(text: string, id = 'section-1'): AnySection {
  return {
    ...section(mint, 'topic', [{ ...plainBlock(mint, 'point', [{ type: 'text', text }]), id: 'p1' }]),
    id,
  };
}

test('a document nobody touched is saved and asks for no call', async () => {
  const bench = new Bench();
  await bench.autosave.flush();
  expect(bench.autosave.state).toEqual({ status: 'saved', at: null });
  expect(bench.answers).toHaveLength(0);
});

test('says saved, with the time, only after the library has acknowledged', async () => {
  const bench = new Bench();
  bench.autosave.typed();
  bench.autosave.change({ sections: [topic('a')] });
  expect(bench.autosave.settled).toBe(false);
  expect(bench.answer(0).request.baseRevision).toBe(7);
  await bench.answer(0).acknowledge();
  expect(bench.statuses).toEqual(['unsaved', 'saving', 'saved']);
  expect(bench.autosave.state).toEqual({ status: 'saved', at: 'at 8' });
});

test('keeps one save in flight and sends only the newest state of what was typed meanwhile', async () => {
  const bench = new Bench();
  bench.autosave.change({ sections: [topic('a')] });
  bench.autosave.change({ sections: [topic('ab')] });
  bench.autosave.change({ sections: [topic('abc'), topic('other', 'section-2')] });
  expect(bench.answers).toHaveLength(1);
  await bench.answer(0).acknowledge();
  expect(bench.answers).toHaveLength(2);
  expect(bench.answer(1).request.baseRevision).toBe(8);
  expect(JSON.stringify(bench.answer(1).request.sections)).toContain('abc');
  expect(bench.answer(1).request.sections).toHaveLength(2);
  expect(bench.statuses).not.toContain('saved');
  await bench.answer(1).acknowledge();
  expect(bench.autosave.settled).toBe(true);
});

test('keys pressed while a save is in flight keep it from saying saved', async () => {
  const bench = new Bench();
  bench.autosave.change({ sections: [topic('a')] });
  bench.autosave.typed();
  await bench.answer(0).acknowledge();
  expect(bench.autosave.state.status).toBe('unsaved');
  bench.autosave.change({ sections: [topic('ab')] });
  await bench.answer(1).acknowledge();
  expect(bench.autosave.settled).toBe(true);
});

test('a change reported the moment a save ends is saved too', async () => {
  const bench = new Bench();
  bench.autosave.change({ sections: [topic('a')] });
  const acknowledged = bench.answer(0).acknowledge();
  await Promise.resolve().then(() => Promise.resolve());
  bench.autosave.change({ sections: [topic('ab')] });
  await acknowledged;
  await settle();
  expect(bench.answers).toHaveLength(2);
});

test('typing that left no change goes back to saved without a call', () => {
  const bench = new Bench();
  bench.autosave.typed();
  bench.autosave.change({ sections: [] });
  expect(bench.autosave.state).toEqual({ status: 'saved', at: null });
  expect(bench.answers).toHaveLength(0);
});

test('a failed save says why, keeps the words, and tries again at growing intervals', async () => {
  const bench = new Bench();
  bench.autosave.change({ sections: [topic('a')] });
  await bench.answer(0).refuse(full());
  expect(bench.autosave.state).toEqual({ status: 'failed', error: { code: 'library.full', details: {} } });
  bench.autosave.change({ sections: [topic('ab')] });
  expect(bench.answers).toHaveLength(1);
  await bench.ring();
  await bench.answer(1).refuse(full());
  await bench.ring();
  expect(JSON.stringify(bench.answer(2).request.sections)).toContain('ab');
  expect(bench.answer(2).request.baseRevision).toBe(7);
  expect(bench.delays).toEqual([1_000, 2_000]);
  await bench.answer(2).acknowledge();
  expect(bench.autosave.settled).toBe(true);
  expect(bench.armed).toBe(false);
});

test('after a failure the newer words win over those that failed', async () => {
  const bench = new Bench();
  bench.autosave.change({ sections: [topic('old'), topic('kept', 'section-2')] });
  bench.autosave.change({ sections: [topic('new')] });
  await bench.answer(0).refuse(full());
  await bench.ring();
  const sent = JSON.stringify(bench.answer(1).request.sections);
  expect(sent).toContain('new');
  expect(sent).toContain('kept');
  expect(sent).not.toContain('old');
});

test('a deleted section is not sent beside the order that no longer names it', async () => {
  const bench = new Bench();
  bench.autosave.change({ sections: [topic('a')] });
  bench.autosave.change({ sections: [topic('typed in, then deleted', 'section-2')] });
  bench.autosave.change({ sections: [], order: ['section-1'] });
  await bench.answer(0).acknowledge();
  expect(bench.answer(1).request).toEqual({ baseRevision: 8, sections: [], order: ['section-1'] });
});

test('sends the marking only where it changed, also when it was taken away', async () => {
  const bench = new Bench();
  bench.autosave.change({ sections: [topic('a')] });
  expect('marking' in bench.answer(0).request).toBe(false);
  await bench.answer(0).acknowledge();
  bench.autosave.change({ sections: [], marking: null });
  expect(bench.answer(1).request).toEqual({ baseRevision: 8, sections: [], marking: null });
});

test('flush waits for everything, and rejects with the reason when it cannot be saved', async () => {
  const bench = new Bench();
  bench.autosave.change({ sections: [topic('a')] });
  bench.autosave.change({ sections: [topic('ab')] });
  let done = false;
  const flushed = bench.autosave.flush().then(() => {
    done = true;
  });
  await bench.answer(0).acknowledge();
  expect(done).toBe(false);
  await bench.answer(1).acknowledge();
  await flushed;
  expect(bench.autosave.settled).toBe(true);

  bench.autosave.change({ sections: [topic('abc')] });
  await bench.answer(2).refuse(full());
  const refused = expect(bench.autosave.flush()).rejects.toMatchObject({ code: 'library.full' });
  await bench.answer(3).refuse(full());
  await refused;
});

test('a conflict stops saving until a person decides, and then every word of this window is written', async () => {
  const bench = new Bench();
  const mine: DespatchDocument = { ...newDocument('briefing', mint), sections: [topic('mine')] };
  const theirs: DespatchDocument = { ...mine, sections: [topic('theirs')] };
  bench.stored = { document: theirs, revision: 12 };
  bench.autosave.change({ sections: mine.sections });
  await bench.answer(0).refuse(new DespatchError('document.revisionConflict'));
  expect(bench.autosave.state.status).toBe('conflict');
  bench.autosave.change({ sections: mine.sections });
  expect(bench.answers).toHaveLength(1);
  await expect(bench.autosave.flush()).rejects.toMatchObject({ code: 'document.revisionConflict' });

  const written = bench.autosave.overwrite(mine);
  await settle();
  expect(bench.answer(1).request).toEqual({
    baseRevision: 12,
    sections: mine.sections,
    order: ['section-1'],
    marking: null,
    settings: mine.settings,
  });
  await bench.answer(1).acknowledge();
  await written;
  expect(bench.autosave.settled).toBe(true);
});

test('a save whose answer was lost is recognised on disk and is no conflict', async () => {
  const bench = new Bench();
  const mine: DespatchDocument = { ...newDocument('briefing', mint), sections: [topic('mine')] };
  bench.autosave.change({ sections: mine.sections });
  await bench.answer(0).refuse(new DespatchError('fault', { reason: 'The library process has ended.' }));
  bench.stored = { document: mine, revision: 8 };
  await bench.ring();
  await bench.answer(1).refuse(new DespatchError('document.revisionConflict'));
  expect(bench.autosave.state).toEqual({ status: 'saved', at: 'now' });
  bench.autosave.change({ sections: [topic('more')] });
  expect(bench.answer(2).request.baseRevision).toBe(8);
});
