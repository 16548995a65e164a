import { type ReactNode, useEffect, useState } from 'react';
import { type ErrorData, toErrorData } from '../../shared/contract/errors.ts';
import { explain, explainInOneLine } from '../../shared/contract/messages.ts';
import { useServices } from '../app/services.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

interface Question {
  readonly error: ErrorData;
  answer(leave: boolean): void;
}

interface Settling {
  /** @throws DespatchError why the words are not on disk. */
  flush(): Promise<void>;
}

/** Nobody leaves a screen, and the window does not close, before its words are on disk. */
export function useLeaving({ flush }: Settling): { readonly dialog: ReactNode } {
  const { desktop, beforeLeaving } = useServices();
  const [question, setQuestion] = useState<Question | null>(null);

  useEffect(
    () =>
      beforeLeaving(async () => {
        try {
          await flush();
          return true;
        } catch (thrown) {
          return await new Promise<boolean>((resolve) => {
            setQuestion({
              error: toErrorData(thrown),
              answer(leave) {
                setQuestion(null);
                resolve(leave);
              },
            });
          });
        }
      }),
    [beforeLeaving, flush],
  );

  useEffect(
    () =>
      desktop.onCloseRequest(async () => {
        try {
          await flush();
        } catch (thrown) {
          // Main shows these words in its own dialog.
          throw new Error(explainInOneLine(toErrorData(thrown)));
        }
      }),
    [desktop, flush],
  );

  if (!question) return { dialog: null };
  const { why, next } = explain(question.error);
  return {
    dialog: (
      <Dialog
        role="alertdialog"
        title="Your last changes are not saved"
        onClose={() => question.answer(false)}
        actions={
          <>
            <Button onPress={() => question.answer(true)}>Leave without saving</Button>
            <Button look="primary" autoFocus onPress={() => question.answer(false)}>
              Stay
            </Button>
          </>
        }
      >
        <p>
          {why} {next}
        </p>
        <p>If you leave now, what you wrote since the last save is lost.</p>
      </Dialog>
    ),
  };
}
