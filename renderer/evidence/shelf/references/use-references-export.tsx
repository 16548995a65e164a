/** References out: of the sources that are selected, of those that are shown, or of all. */
import { type ReactNode, useState } from 'react';
import type { SourceSummary } from '../../../../shared/contract/evidence-source-calls.ts';
import type { ReferenceFormat } from '../../../../shared/contract/reference-calls.ts';
import { notifyError, notifyFailure } from '../../../app/failures.ts';
import { useServices } from '../../../app/services.ts';
import { notify } from '../../../ui/toasts.tsx';
import { count } from '../adding/report-model.ts';
import { ExportReferencesDialog, type ReferenceScope } from './export-dialog.tsx';

interface Options {
  readonly all: readonly SourceSummary[];
  /** Ids of what the list shows; null: it shows no sources that could leave. */
  readonly shown: readonly string[] | null;
  readonly selected: readonly string[];
  /** What the list is called, for the name of the file. */
  readonly shelf: string;
}

export interface ReferencesExport {
  readonly dialog: ReactNode;
  ask(): void;
}

export function useReferencesExport({ all, shown, selected, shelf }: Options): ReferencesExport {
  const { client, desktop } = useServices();
  const [scopes, setScopes] = useState<readonly [ReferenceScope, ...ReferenceScope[]] | null>(null);

  const write = async (format: ReferenceFormat, scope: ReferenceScope) => {
    const name =
      scope.id === 'all' ? 'References' : `References – ${scope.id === 'shown' ? shelf : 'Selected'}`;
    const file = await desktop.chooseReferencesTarget(format, name);
    if (!file) return;
    const written = await client.call('references.export', {
      format,
      sourceIds: [...scope.sourceIds],
      grant: file.grant,
    });
    const reveal = () =>
      void desktop
        .openExported(file.grant, 'reveal')
        .then((error) => error && notifyError(error))
        .catch(notifyFailure);
    notify({
      tone: 'done',
      title: `Exported ${written.fileName}`,
      body: `${count(written.sources, 'reference')}.`,
      actions: [{ label: 'Show in folder', run: reveal }],
    });
  };

  return {
    ask() {
      const [first, ...rest] = scopesOf(all, shown, selected);
      if (first) setScopes([first, ...rest]);
      else {
        notify({
          tone: 'info',
          title: 'There are no references to export',
          body: 'The evidence library holds no sources yet.',
        });
      }
    },
    dialog: scopes ? (
      <ExportReferencesDialog
        scopes={scopes}
        onExport={(format, scope) => {
          setScopes(null);
          write(format, scope).catch(notifyFailure);
        }}
        onClose={() => setScopes(null)}
      />
    ) : null,
  };
}

function scopesOf(
  all: Options['all'],
  shown: Options['shown'],
  selected: Options['selected'],
): readonly ReferenceScope[] {
  const made: ReferenceScope[] = [];
  if (selected.length > 0) made.push({ id: 'selected', name: 'Selected', sourceIds: selected });
  if (shown !== null && shown.length > 0 && shown.length < all.length) {
    made.push({ id: 'shown', name: 'Shown', sourceIds: shown });
  }
  if (all.length > 0) made.push({ id: 'all', name: 'All', sourceIds: all.map(({ id }) => id) });
  return made;
}
