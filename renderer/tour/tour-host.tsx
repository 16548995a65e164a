import { lazy, Suspense, useState } from 'react';
import { useCommands } from '../app/commands.tsx';
import { notifyFailure } from '../app/failures.ts';
import { useServices } from '../app/services.ts';
import { notify } from '../ui/toasts.tsx';

const Tour = lazy(() => import('./tour.tsx'));

/** Longer than a document takes to be drawn. */
const DRAWN_MS = 5_000;

/** The tour and the sample documents: what somebody new wants, and the Help menu has. */
export function TourHost() {
  const { client, go } = useServices();
  const [open, setOpen] = useState(false);

  const addSamples = async () => {
    const { documentIds } = await client.call('samples.add', {});
    const takeBack = async () => {
      for (const documentId of documentIds) await client.call('documents.remove', { documentId });
      await go({ screen: 'home' });
    };
    notify({
      tone: 'done',
      title: 'A sample brief and a sample report are in your library',
      actions: [{ label: 'Undo', run: () => void takeBack().catch(notifyFailure) }],
    });
    return documentIds;
  };
  /** The tour needs a document to show things on. */
  const start = async () => {
    if (document.querySelector('[data-region="sheet"]') === null) {
      const [newest] = (await client.call('documents.list', {})).toSorted((a, b) =>
        b.updatedAt.localeCompare(a.updatedAt),
      );
      const documentId = newest?.id ?? (await addSamples())[0];
      if (documentId === undefined) return;
      await go({ screen: 'document', documentId, review: false });
      await untilDrawn();
    }
    setOpen(true);
  };

  useCommands({
    tour: () => void start().catch(notifyFailure),
    'sample-library': () =>
      void addSamples()
        .then(() => window.dispatchEvent(new Event('focus')))
        .catch(notifyFailure),
  });
  if (!open) return null;
  return (
    <Suspense>
      <Tour onClose={() => setOpen(false)} />
    </Suspense>
  );
}

async function untilDrawn(): Promise<void> {
  const until = performance.now() + DRAWN_MS;
  while (document.querySelector('[data-region="sheet"] [data-block-id]') === null) {
    if (performance.now() > until) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
