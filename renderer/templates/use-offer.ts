import { useCallback, useEffect, useState } from 'react';
import { notifyFailure } from '../app/failures.ts';
import { useServices } from '../app/services.ts';
import { notify } from '../ui/toasts.tsx';
import type { Offer } from './choices.ts';

export interface OfferState {
  /** null while it is being read for the first time. */
  readonly offer: Offer | null;
  /** Asks for a file and takes it into the library. @returns the id of the template; null: nothing was added. */
  add(): Promise<string | null>;
  /** To the bin, with a way back. */
  remove(file: string, name: string): Promise<void>;
}

export function useOffer(): OfferState {
  const { client, desktop } = useServices();
  const [offer, setOffer] = useState<Offer | null>(null);

  const load = useCallback(async () => {
    const [{ templates, broken }, documents] = await Promise.all([
      client.call('templates.list', {}),
      client.call('documents.list', {}),
    ]);
    setOffer({ templates, broken, documents: documents.filter(({ readOnly }) => !readOnly) });
  }, [client]);
  useEffect(() => {
    load().catch(notifyFailure);
  }, [load]);

  return {
    offer,
    async add() {
      const file = await desktop.chooseTemplateFile();
      if (!file) return null;
      const { template, replaced } = await client.call('templates.add', { grant: file.grant });
      await load();
      notify({
        tone: 'done',
        title: `“${template.name}” is among the templates`,
        ...(replaced === null
          ? {}
          : { body: 'It took the place of its older version, which is in the bin.' }),
      });
      return template.id;
    },
    async remove(file, name) {
      const { binned } = await client.call('templates.remove', { file });
      await load();
      const restore = async () => {
        await client.call('templates.restore', { binned });
        await load();
      };
      notify({
        tone: 'info',
        title: `“${name}” is in the bin`,
        actions: [{ label: 'Undo', run: () => void restore().catch(notifyFailure) }],
      });
    },
  };
}
