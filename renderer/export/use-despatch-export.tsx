/** Export with the evidence: what would leave is looked at first, then chosen, then everything typed goes to disk. */
import { type ReactNode, useState } from 'react';
import type { CallOutput } from '../../shared/contract/calls.ts';
import type { PortableChoice } from '../../shared/contract/portable-calls.ts';
import { notifyError, notifyFailure } from '../app/failures.ts';
import { useServices } from '../app/services.ts';
import { notify } from '../ui/toasts.tsx';
import { DespatchDialog } from './despatch-dialog.tsx';
import type { ExportJob } from './use-export.tsx';

interface Options {
  readonly documentId: string;
  readonly title: string;
  readonly readOnly: boolean;
  flush(): Promise<void>;
}

export interface DespatchExporting {
  readonly job: ExportJob | null;
  readonly dialog: ReactNode;
  ask(): void;
}

export function useDespatchExport({ documentId, title, readOnly, flush }: Options): DespatchExporting {
  const { client, desktop } = useServices();
  const [contents, setContents] = useState<CallOutput<'portable.preview'> | null>(null);
  const [job, setJob] = useState<ExportJob | null>(null);

  const look = async () => {
    await flush();
    setContents(await client.call('portable.preview', { documentId }));
  };
  const write = async (choice: PortableChoice) => {
    const file = await desktop.chooseExportFile('despatch', title);
    if (!file) return;
    const abort = new AbortController();
    const show = (done: number, label: string) =>
      setJob({ fileName: file.name, done, label, cancel: () => abort.abort() });
    show(0, `Exporting ${file.name}`);
    try {
      await flush();
      const written = await client.call(
        'portable.export',
        { documentId, choice, grant: file.grant },
        { signal: abort.signal, onProgress: show },
      );
      const reveal = () =>
        void desktop
          .openExported(file.grant, 'reveal')
          .then((error) => error && notifyError(error))
          .catch(notifyFailure);
      notify({
        tone: 'done',
        title: `Exported ${written.fileName}`,
        body: [
          `${written.sources === 1 ? '1 source' : `${written.sources} sources`}, ${Math.max(1, Math.round(written.bytes / 1000))} kB.`,
          ...written.notices,
        ].join(' '),
        actions: [{ label: 'Show in folder', run: reveal }],
      });
    } finally {
      setJob(null);
    }
  };

  return {
    job,
    ask() {
      if (readOnly) {
        notify({
          tone: 'info',
          title: 'A read-only document cannot be exported',
          body: 'This version of Despatch does not know all of its parts, and would leave them out.',
        });
      } else if (job !== null) notify({ tone: 'info', title: 'An export is already under way' });
      else look().catch(notifyFailure);
    },
    dialog: contents ? (
      <DespatchDialog
        contents={contents}
        onExport={(choice) => {
          setContents(null);
          write(choice).catch(notifyFailure);
        }}
        onClose={() => setContents(null)}
      />
    ) : null,
  };
}
