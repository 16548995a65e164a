import { type ReactNode, useEffect, useState } from 'react';
import { useCommands } from '../app/commands.tsx';
import { useServices } from '../app/services.ts';
import { evidenceChoices } from '../export/evidence-choice.ts';
import { pdfChoices } from '../export/pdf-choice.ts';
import { useDesk } from '../writing/desk.ts';
import { PreviewSession } from './preview-session.ts';
import { PreviewContext } from './use-preview.ts';

/** Keeps the pages of the open document, whether anybody looks at them or only at their count. */
export function PreviewProvider({ children }: { readonly children: ReactNode }) {
  const { client } = useServices();
  const { document, toggleTab } = useDesk();
  const documentId = document.id;
  const [session] = useState(
    () =>
      new PreviewSession({
        put: (sections) => client.call('preview.put', { documentId, sections }),
        typeset: ({ frame, ...request }) =>
          client.call('preview.typeset', {
            documentId,
            ...request,
            frame: { ...frame, evidence: evidenceChoices.of(frame.kind), pdf: pdfChoices.of(frame.kind) },
          }),
        // A library that has ended meanwhile has forgotten the document as well.
        close: () => void client.call('preview.close', { documentId }).catch(() => undefined),
        now: Date.now,
        later(run, delayMs) {
          const timer = setTimeout(run, delayMs);
          return () => clearTimeout(timer);
        },
      }),
  );
  useEffect(() => session.show(document), [session, document]);
  useEffect(() => evidenceChoices.onChange(() => session.retry()), [session]);
  useEffect(() => pdfChoices.onChange(() => session.retry()), [session]);
  useEffect(() => () => session.end(), [session]);
  useCommands({ 'toggle-preview': () => toggleTab('preview') });
  return <PreviewContext value={session}>{children}</PreviewContext>;
}
