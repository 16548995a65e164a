import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type ErrorData, toErrorData } from '../../../../shared/contract/errors.ts';
import { notifyFailure } from '../../../app/failures.ts';
import { useServices } from '../../../app/services.ts';
import { notify } from '../../../ui/toasts.tsx';
import { useSourcesStore } from '../../sources.ts';
import { DetailsSession, undoChange } from './details-session.ts';
import { fieldName } from './field-names.ts';
import { same } from './same.ts';

export interface OpenDetails {
  readonly session: DetailsSession | null;
  /** Why there are no details to show. */
  readonly error: ErrorData | null;
  /** A field was left: what was changed is said, with the way back. */
  settle(): void;
}

/** @param updatedAt of the source in the list: where it moves on by itself, somebody else has changed it. */
export function useDetails(sourceId: string, updatedAt: string): OpenDetails {
  const { client, desktop, beforeLeaving } = useServices();
  const store = useSourcesStore();
  const [session, setSession] = useState<DetailsSession | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  const notice = useRef<(() => void) | null>(null);

  useEffect(() => {
    let open = true;
    let opened: DetailsSession | null = null;
    client.call('evidence.get', { sourceId }).then(
      (source) => {
        if (!open) return;
        opened = new DetailsSession(client, source);
        setSession(opened);
      },
      (thrown) => {
        if (open) setError(toErrorData(thrown));
      },
    );
    return () => {
      open = false;
      setSession(null);
      setError(null);
      const left = opened;
      void left?.flush().then(() => {
        const { state } = left.get();
        if (state.is === 'failed') notifyFailure(state.error);
      });
    };
  }, [client, sourceId]);

  useEffect(() => {
    const shown = session?.get();
    if (!session || shown?.source.updatedAt === updatedAt || shown?.state.is !== 'saved') return;
    session.refresh().catch((thrown) => setError(toErrorData(thrown)));
  }, [session, updatedAt]);

  // Nothing typed is lost with the screen or with the window.
  useEffect(() => {
    if (!session) return;
    const settled = async () => {
      await session.flush();
      const { state } = session.get();
      if (state.is === 'failed') notifyFailure(state.error);
      return state.is !== 'failed' && state.is !== 'conflict';
    };
    const stops = [
      beforeLeaving(settled),
      desktop.onCloseRequest(async () => {
        if (!(await settled())) throw new Error('The details of a source could not be saved.');
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [session, beforeLeaving, desktop]);

  const settle = async (settled: DetailsSession) => {
    const change = await settled.settle();
    if (change === null) return;
    notice.current?.();
    const fields = changedFields(change.before, change.after);
    const undo = () =>
      undoChange(client, sourceId, change)
        .then(() => Promise.all([settled.refresh(), store.reload()]))
        .catch(notifyFailure);
    notice.current = notify({
      tone: 'done',
      title: fields.length === 1 ? `${fields[0]} changed` : `${fields.length} details changed`,
      actions: [{ label: 'Undo', run: () => void undo() }],
    });
  };
  return {
    session,
    error,
    settle: () => {
      if (session) void settle(session);
    },
  };
}

export function useSession(session: DetailsSession) {
  return useSyncExternalStore(session.subscribe, session.get);
}

function changedFields(before: object, after: object, prefix = ''): string[] {
  const [was, is] = [
    new Map<string, unknown>(Object.entries(before)),
    new Map<string, unknown>(Object.entries(after)),
  ];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const [left, right] = [was.get(name), is.get(name)];
    if (same(left, right)) return [];
    const inside = prefix === '' && (name === 'csl' || name === 'own');
    return inside && left instanceof Object && right instanceof Object
      ? changedFields(left, right, `${name}.`)
      : [fieldName(prefix + name)];
  });
}
