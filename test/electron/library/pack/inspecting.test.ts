/** A real assembler process in plain Node. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { AssemblerOrder } from '../../../../electron/assembler/messages.ts';
import type { CompanionProcess } from '../../../../electron/library/companions/companion-process.ts';
import { nodeAssembler } from '../../../../electron/library/pack/assembling.ts';
import { Inspector } from '../../../../electron/library/pack/inspecting.ts';
import { scratchFolder } from '../../../scratch-folder.ts';
import { pdfOf, words } from '../../pdfium/pdf-file.ts';

const start = nodeAssembler(path.join(import.meta.dirname, '../../../../electron'));
const never = new AbortController().signal;

function fileOf(name: string, bytes: Uint8Array): string {
  const file = path.join(scratchFolder(), name);
  writeFileSync(file, bytes);
  return file;
}

function inspector(...args: ConstructorParameters<typeof Inspector>): Inspector {
  const made = new Inspector(...args);
  onTestFinished(() => made.close());
  return made;
}

test('one process looks at one file after the other, whatever became of the one before', async () => {
  let started = 0;
  const counting = () => {
    started += 1;
    return start();
  };
  const at = inspector(counting);
  const good = fileOf('good.pdf', pdfOf([{ content: words('Words') }]));
  const asked = [
    at.inspect(good, 'Budget', never),
    at.inspect(fileOf('bad.pdf', Buffer.from('no pdf')), 'Plan', never),
    at.inspect(path.join(scratchFolder(), 'gone.pdf'), 'Map', never),
    at.inspect(good, 'Again', never),
  ];
  const answers = await Promise.allSettled(asked);
  expect(answers).toMatchObject([
    { status: 'fulfilled', value: { name: 'Budget', pages: [{ text: 'Words' }] } },
    { status: 'rejected', reason: { code: 'input.misnamed', details: { file: 'Plan' } } },
    { status: 'rejected', reason: { code: 'input.notFound', details: { file: 'Map' } } },
    { status: 'fulfilled', value: { name: 'Again' } },
  ]);
  expect(started).toBe(1);
});

test('a file that ends the process fails by itself, and the next gets a new one', async () => {
  let started = 0;
  const dying = (): CompanionProcess<AssemblerOrder> => {
    started += 1;
    if (started > 1) return start();
    let ended = () => {};
    return {
      send: () => ended(),
      onMessage: () => {},
      onExit(listener) {
        ended = listener;
      },
      kill: () => {},
    };
  };
  const at = inspector(dying);
  const file = fileOf('a.pdf', pdfOf([{ content: words('Words') }]));
  await expect(at.inspect(file, 'Budget', never)).rejects.toMatchObject({
    code: 'input.damaged',
    details: {
      file: 'Budget',
      reason: 'reading it did not end well: it ended by itself or ran out of memory',
    },
  });
  await expect(at.inspect(file, 'Budget', never)).resolves.toMatchObject({ name: 'Budget' });
});

test('cancelled, it stops at once', async () => {
  const at = inspector(start);
  const desk = new AbortController();
  const file = fileOf('a.pdf', pdfOf([{ content: words('Words') }]));
  const asked = at.inspect(file, 'Budget', desk.signal);
  desk.abort();
  await expect(asked).rejects.toMatchObject({ code: 'call.cancelled' });
  await expect(at.inspect(file, 'Budget', never)).resolves.toMatchObject({ name: 'Budget' });
});
