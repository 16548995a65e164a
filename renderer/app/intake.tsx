/** The ways a document comes into the library, the same from every screen. */
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { CallInput } from '../../shared/contract/calls.ts';
import type { DocumentKind } from '../../shared/document/schema.ts';
import { ImportTextDialog } from '../library/import-text-dialog.tsx';
import { notify } from '../ui/toasts.tsx';
import { useCommands } from './commands.tsx';
import { notifyFailure } from './failures.ts';
import { KeyboardHelp } from './keyboard-help.tsx';
import { useServices } from './services.ts';

export interface IntakeActions {
  create(kind: DocumentKind): void;
  importFile(): void;
  importText(): void;
  showKeys(): void;
}

const IntakeContext = createContext<IntakeActions | null>(null);

export function useIntake(): IntakeActions {
  const actions = useContext(IntakeContext);
  if (!actions) throw new Error('A screen stands outside the application.');
  return actions;
}

export function Intake({ children }: { children: ReactNode }) {
  const { client, desktop, go } = useServices();
  const [dialog, setDialog] = useState<'text' | 'keys' | null>(null);

  const actions = useMemo<IntakeActions>(() => {
    const create = async (kind: DocumentKind) => {
      const { documentId } = await client.call('documents.create', { kind });
      await go({ screen: 'document', documentId, review: false });
    };
    const importFile = async () => {
      const file = await desktop.chooseImportFile();
      if (!file) return;
      const abort = new AbortController();
      const done = notify({
        tone: 'info',
        title: `Importing “${file.name}”`,
        stays: true,
        actions: [{ label: 'Cancel', run: () => abort.abort() }],
      });
      try {
        const source = { grant: file.grant };
        const imported = await client.call('documents.import', { source }, { signal: abort.signal });
        await go({ screen: 'document', documentId: imported.documentId, review: imported.report.length > 0 });
      } finally {
        done();
      }
    };
    return {
      create: (kind) => void create(kind).catch(notifyFailure),
      importFile: () => void importFile().catch(notifyFailure),
      importText: () => setDialog('text'),
      showKeys: () => setDialog('keys'),
    };
  }, [client, desktop, go]);

  useCommands({
    'new-briefing': () => actions.create('briefing'),
    'new-report': () => actions.create('report'),
    'import-file': actions.importFile,
    'import-text': actions.importText,
    'keyboard-help': actions.showKeys,
  });

  /** @throws DespatchError which the dialog shows beside the text, so that nothing pasted is lost. */
  const importText = async (input: CallInput<'documents.import'>) => {
    const imported = await client.call('documents.import', input);
    setDialog(null);
    await go({ screen: 'document', documentId: imported.documentId, review: imported.report.length > 0 });
  };

  return (
    <IntakeContext value={actions}>
      {children}
      {dialog === 'text' ? <ImportTextDialog onImport={importText} onClose={() => setDialog(null)} /> : null}
      {dialog === 'keys' ? <KeyboardHelp onClose={() => setDialog(null)} /> : null}
    </IntakeContext>
  );
}
