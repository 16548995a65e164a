import { expect, test } from 'vitest';
import { HostCompanions } from '../../../../electron/library/companions/host-companions.ts';
import { RunningTypesetter } from '../../../../electron/library/preview/running-typesetter.ts';
import { type FromLibrary, fromLibrarySchema } from '../../../../shared/contract/host.ts';

/** The library's end of a port, and what came through it. */
function portTo(sent: unknown[]) {
  let hear: (event: { data: unknown }) => void = () => {};
  return {
    port: {
      postMessage: (message: unknown) => sent.push(message),
      on: (_event: 'message', listener: typeof hear) => {
        hear = listener;
      },
      start: () => {},
    },
    say: (data: unknown) => hear({ data }),
  };
}

function main() {
  const told: FromLibrary[] = [];
  const typesetters = new HostCompanions((message) => told.push(fromLibrarySchema.parse(message)));
  return { told, typesetters };
}

test('orders wait for the port, go through it, and main hears nothing of them', async () => {
  const { told, typesetters } = main();
  const running = new RunningTypesetter(typesetters.starter('typesetter'));
  const closed = running.ask({ type: 'close', documentId: 'brief' });
  const sent: unknown[] = [];
  const { port, say } = portTo(sent);
  typesetters.started(99, port);
  expect(sent).toEqual([]);
  typesetters.started(1, port);
  expect(sent).toEqual([{ type: 'close', documentId: 'brief', id: 1 }]);
  say({ type: 'done', id: 1, output: null, memory: 5_000_000 });
  await closed;
  expect(running.memory).toBe(5_000_000);
  expect(told).toEqual([{ type: 'companionStart', companion: 1, program: 'typesetter' }]);
});

test('one that ends fails what waits for it; one that is killed is killed once', async () => {
  const { told, typesetters } = main();
  const [first, second] = [
    new RunningTypesetter(typesetters.starter('typesetter')),
    new RunningTypesetter(typesetters.starter('typesetter')),
  ];
  const lost = expect(first.ask({ type: 'close', documentId: 'brief' })).rejects.toMatchObject({
    code: 'preview.stopped',
  });
  typesetters.ended(1);
  await lost;
  expect(first.ended).toBe(true);
  second.kill();
  typesetters.ended(2);
  second.kill();
  expect(told.filter(({ type }) => type === 'companionKill')).toEqual([
    { type: 'companionKill', companion: 2 },
  ]);
});

test('an answer of the wrong shape is no answer, and one that is no message at all ends the process', async () => {
  const { typesetters } = main();
  const running = new RunningTypesetter(typesetters.starter('typesetter'));
  const { port, say } = portTo([]);
  typesetters.started(1, port);
  const wrong = expect(running.ask({ type: 'close', documentId: 'brief' })).rejects.toThrow('wrong shape');
  say({ type: 'done', id: 1, output: 'done', memory: 1 });
  await wrong;
  const lost = expect(running.ask({ type: 'close', documentId: 'brief' })).rejects.toMatchObject({
    code: 'preview.stopped',
  });
  say('nonsense');
  await lost;
});
