/** One document while it is being written: its newest state, and its way to the disk. */
import { type RefObject, startTransition, useEffect, useMemo, useRef, useState } from 'react';
import { parseDocument, serialiseSection } from '../../shared/document/parse.ts';
import type { DespatchDocument, Marking } from '../../shared/document/schema.ts';
import type { DocumentSettings } from '../../shared/document/settings.ts';
import { useServices } from '../app/services.ts';
import { currentAuthor } from '../comments/author.ts';
import type { EditorHandle, SectionChanges } from '../editor/api.ts';
import { KeptSaveState } from '../saving/kept-state.ts';
import { Autosave } from './autosave.ts';

export interface SessionActions {
  onChange(document: DespatchDocument, changes: SectionChanges, resting: boolean): void;
  onDirty(): void;
  /** With what was typed since the editor last reported. */
  current(): DespatchDocument;
  setMarking(marking: Marking | null): void;
  setSettings(settings: DocumentSettings): void;
  /** @throws DespatchError why the words are not on disk. */
  flush(): Promise<void>;
  /** After a conflict: this window's words replace the stored ones. */
  overwrite(): Promise<void>;
}

export interface Session extends SessionActions {
  /** As reported by the editor at the last pause in typing, with the marking as chosen. */
  readonly document: DespatchDocument;
  readonly saving: KeptSaveState;
}

export function useSession(
  opened: { readonly document: DespatchDocument; readonly revision: number },
  editor: RefObject<EditorHandle | null>,
): Session {
  const { client } = useServices();
  const [document, setDocument] = useState(opened.document);
  const latest = useRef(opened.document);
  const [saving] = useState(() => new KeptSaveState());

  const [autosave] = useState(() => {
    const documentId = opened.document.id;
    return new Autosave({
      revision: opened.revision,
      save: ({ baseRevision, sections, order, marking, settings }) =>
        client.call('documents.saveSections', {
          documentId,
          baseRevision,
          sections: sections.map(serialiseSection),
          ...writtenBy(currentAuthor()),
          ...(order === undefined ? {} : { order: [...order] }),
          ...(marking === undefined ? {} : { marking }),
          ...(settings === undefined ? {} : { settings }),
        }),
      async readStored() {
        const stored = await client.call('documents.open', { documentId });
        return { document: parseDocument(stored.document).document, revision: stored.revision };
      },
      now: () => new Date().toISOString(),
      later(run, delayMs) {
        const timer = setTimeout(run, delayMs);
        return () => clearTimeout(timer);
      },
      onState: saving.set,
    });
  });
  useEffect(() => () => autosave.dispose(), [autosave]);

  // Apart from the state, so that the editor is not drawn again whenever something was saved.
  const actions = useMemo<SessionActions>(() => {
    const show = (next: DespatchDocument) => {
      latest.current = next;
      setDocument(next);
    };
    return {
      onChange(next, { sections, order }, resting) {
        const { marking, settings } = latest.current;
        latest.current = { ...next, marking, settings };
        // Somebody types: what stands beside the text is drawn a few milliseconds at a time, between the keys.
        if (resting) startTransition(() => setDocument(latest.current));
        // Also where nothing is another in the end: what was typed and taken back again is saved.
        autosave.change(order === null ? { sections } : { sections, order });
      },
      onDirty: () => autosave.typed(),
      current() {
        editor.current?.flush();
        return latest.current;
      },
      setMarking(marking) {
        show({ ...latest.current, marking });
        autosave.change({ sections: [], marking });
      },
      setSettings(settings) {
        show({ ...latest.current, settings });
        autosave.change({ sections: [], settings });
      },
      async flush() {
        // Reports, through `onChange`, what was typed since the last pause.
        editor.current?.flush();
        await autosave.flush();
      },
      async overwrite() {
        editor.current?.flush();
        await autosave.overwrite(latest.current);
      },
    };
  }, [autosave, editor]);
  return { document, saving, ...actions };
}

function writtenBy(author: string): { readonly by?: string } {
  return author === '' ? {} : { by: author };
}
