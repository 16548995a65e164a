/** The ways a document comes into the library, the same from every screen. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { CallInput } from '../../shared/contract/calls.ts';
import type { DocumentKind } from '../../shared/document/schema.ts';
import { ImportTextDialog } from '../library/import-text-dialog.tsx';
import { kindNames } from '../library/list-model.ts';
import { notify } from '../ui/toasts.tsx';
import { useCommands } from './commands.tsx';
import { notifyFailure } from './failures.ts';
import { KeyboardHelp } from './keyboard-help.tsx';
import { Licences } from './licences.tsx';
import { useServices } from './services.ts';

export interface IntakeActions {
  create(kind: DocumentKind): void;
  importFile(): void;
  importText(): void;
  showKeys(): void;
}

type Source = CallInput<'documents.import'>['source'];

const PASTED = 'Pasted text';

const IntakeContext = createContext<IntakeActions | null>(null);

export function useIntake(): IntakeActions {
  const actions = useContext(IntakeContext);
  if (!actions) throw new Error('A screen stands outside the application.');
  return actions;
}

export function Intake({ children }: { children: ReactNode }) {
  const { client, desktop, go } = useServices();
  const [dialog, setDialog] = useState<'text' | 'keys' | 'licences' | null>(null);

  /**
   * Imports and opens; the reader's other guess at the kind is one click away.
   * @param replaces the document that this import takes the place of.
   */
  const importSource = useCallback(
    async function run(source: Source, name: string, as?: DocumentKind, replaces?: string): Promise<void> {
      const abort = new AbortController();
      const done = notify({
        tone: 'info',
        title: `Importing “${name}”`,
        stays: true,
        actions: [{ label: 'Cancel', run: () => abort.abort() }],
      });
      try {
        const input = as === undefined ? { source } : { source, as };
        const imported = await client.call('documents.import', input, { signal: abort.signal });
        // Before the document opens, because a closing dialog gives the focus back.
        setDialog(null);
        await go({
          screen: 'document',
          documentId: imported.documentId,
          review: imported.report.length > 0,
        });
        if (replaces !== undefined) await client.call('documents.remove', { documentId: replaces });
        if (imported.notices) {
          notify({ tone: 'done', title: `Imported “${name}”`, body: imported.notices.join(' ') });
          return;
        }
        const other = imported.kind === 'briefing' ? 'report' : 'briefing';
        notify({
          tone: 'done',
          title: `Imported “${name}” as a ${kindNames[imported.kind].toLowerCase()}`,
          actions: [
            {
              label: `Import as a ${kindNames[other].toLowerCase()} instead`,
              run: () => void run(source, name, other, imported.documentId).catch(notifyFailure),
            },
          ],
        });
      } finally {
        done();
      }
    },
    [client, go],
  );

  const actions = useMemo<IntakeActions>(() => {
    const create = async (kind: DocumentKind) => {
      const { documentId } = await client.call('documents.create', { kind });
      await go({ screen: 'document', documentId, review: false });
    };
    const importFile = async () => {
      const file = await desktop.chooseImportFile();
      if (file) await importSource({ grant: file.grant }, file.name);
    };
    return {
      create: (kind) => void create(kind).catch(notifyFailure),
      importFile: () => void importFile().catch(notifyFailure),
      importText: () => setDialog('text'),
      showKeys: () => setDialog('keys'),
    };
  }, [client, desktop, go, importSource]);

  useCommands({
    'new-briefing': () => actions.create('briefing'),
    'new-report': () => actions.create('report'),
    'new-submission': () => actions.create('submission'),
    'import-file': actions.importFile,
    'import-text': actions.importText,
    'keyboard-help': actions.showKeys,
    licences: () => setDialog('licences'),
  });

  /** @throws DespatchError which the dialog shows beside the text, so that nothing pasted is lost. */
  const importText = (text: string, as?: DocumentKind) => importSource({ text, name: PASTED }, PASTED, as);

  return (
    <IntakeContext value={actions}>
      {children}
      {dialog === 'text' ? <ImportTextDialog onImport={importText} onClose={() => setDialog(null)} /> : null}
      {dialog === 'keys' ? <KeyboardHelp onClose={() => setDialog(null)} /> : null}
      {dialog === 'licences' ? <Licences onClose={() => setDialog(null)} /> : null}
    </IntakeContext>
  );
}
