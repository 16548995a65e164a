/** The threads as the library keeps them, shown as said before it has answered. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { applied, type Operation, type Thread, threadIdOf } from '../../shared/comments/thread.ts';
import { notifyFailure } from '../app/failures.ts';
import { useServices } from '../app/services.ts';
import { notify } from '../ui/toasts.tsx';

export interface Threads {
  /** null while they are read for the first time. */
  readonly threads: readonly Thread[] | null;
  say(operation: Operation): void;
}

export function useThreads(documentId: string): Threads {
  const { client } = useServices();
  const [threads, setThreads] = useState<readonly Thread[] | null>(null);
  const latest = useRef<readonly Thread[]>([]);

  const show = useCallback((next: readonly Thread[]) => {
    latest.current = next;
    setThreads(next);
  }, []);
  const load = useCallback(async () => {
    show((await client.call('comments.list', { documentId })).threads);
  }, [client, documentId, show]);
  useEffect(() => {
    load().catch(notifyFailure);
    // Another window, or the command line, may have said something meanwhile.
    const onFocus = () => void load().catch(notifyFailure);
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [load]);

  const say = useCallback(
    (operation: Operation) => {
      const id = threadIdOf(operation);
      const before = latest.current.find((thread) => thread.id === id) ?? null;
      const after = applied(before, operation);
      const put = (thread: Thread | null) => {
        const rest = latest.current.filter((one) => one.id !== id);
        show(thread === null ? rest : [...rest, thread]);
      };
      put(after);
      client.call('comments.change', { documentId, operation }).then(
        ({ thread }) => {
          put(thread);
          if (thread !== null || after === null) return;
          // Somebody deleted it meanwhile; what was said to it must not go with it.
          notify({
            tone: 'error',
            title: 'This comment was deleted elsewhere',
            body: 'What you said to it is kept here until you dismiss this.',
            actions: [{ label: 'Bring it back', run: () => say({ type: 'add', thread: after }) }],
          });
        },
        (thrown) => {
          put(before);
          notifyFailure(thrown);
        },
      );
    },
    [client, documentId, show],
  );
  return { threads, say };
}
