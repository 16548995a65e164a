/** Notices that tell of a step on the sheet and offer to take it back. */
import type { RefObject } from 'react';
import type { EditorHandle } from '../editor/api.ts';
import { canonical } from '../saving/canonical.ts';
import { notify } from '../ui/toasts.tsx';

/** Tells of the step that was just made, with its undo. */
export function tellOfLastStep(editor: RefObject<EditorHandle | null>, title: string): void {
  const undo = undoOfLastStep(editor);
  notify({
    tone: 'done',
    title,
    actions: [
      {
        label: 'Undo',
        run: () => {
          if (!undo()) tellNothingUndone();
        },
      },
    ],
  });
}

export function tellNothingUndone(): void {
  notify({
    tone: 'info',
    title: 'Nothing was undone',
    body: 'Something else was written since. Ctrl+Z takes back one step after the other.',
  });
}

/**
 * The undo of the step that was just made. Once something else was written, or the document was closed, it does
 * nothing: the sheet's own undo would take back what was written last.
 * @returns a function that says whether the step was taken back.
 */
export function undoOfLastStep(editor: RefObject<EditorHandle | null>): () => boolean {
  const sheet = editor.current;
  const after = sheet ? canonical(sheet.current().sections) : '';
  return () => {
    if (!sheet || editor.current !== sheet) return false;
    if (canonical(sheet.current().sections) !== after) return false;
    sheet.undo();
    return true;
  };
}
