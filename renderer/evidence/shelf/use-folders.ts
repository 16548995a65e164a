import { useCallback, useEffect, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { notifyFailure } from '../../app/failures.ts';
import { useServices } from '../../app/services.ts';
import { notify } from '../../ui/toasts.tsx';
import { useSources } from '../sources.ts';

type Folder = CallOutput<'evidence.folders'>[number];

export interface Folders {
  readonly all: readonly Folder[];
  stop(folder: Folder): void;
}

const none: readonly Folder[] = [];

/** The folders whose files come in by themselves. */
export function useFolders(): Folders {
  const { client } = useServices();
  const { revision } = useSources();
  const [all, setAll] = useState(none);
  const read = useCallback(async () => setAll(await client.call('evidence.folders', {})), [client]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `revision` says when to look again.
  useEffect(() => {
    // The list of sources says why, where the library cannot be read.
    read().catch(() => setAll(none));
  }, [read, revision]);
  return {
    all,
    stop(folder) {
      const stop = async () => {
        await client.call('evidence.unwatch', { folderId: folder.id });
        await read();
        notify({
          tone: 'done',
          title: `“${folder.name}” is no longer watched`,
          body: 'The sources that came from it stay.',
        });
      };
      void stop().catch(notifyFailure);
    },
  };
}
