/** Keeps the standing lines of the open document, and opens what the sheet asks for. */
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { wordsToKeep } from '../../../shared/lines/keeping.ts';
import { takesDetail } from '../../../shared/lines/said.ts';
import { printedTargets } from '../../../shared/references/targets.ts';
import { referenceText } from '../../../shared/references/words.ts';
import { notifyFailure } from '../../app/failures.ts';
import { useServices } from '../../app/services.ts';
import { currentAuthor } from '../../comments/author.ts';
import { linesKey } from '../../editor/lines/lines.ts';
import { holdKeys } from '../../ui/held-keys.ts';
import { notify } from '../../ui/toasts.tsx';
import { useDesk } from '../../writing/desk.ts';
import { tellNothingUndone, tellOfLastStep, undoOfLastStep } from '../../writing/last-step.ts';
import { type DeskLines, DeskLinesContext, LINES_TAB, type UsedLine } from './desk-lines.ts';
import { usedLines } from './used-lines.ts';

const LinePicker = lazy(() => import('./picker.tsx'));
const KeepDialog = lazy(() => import('./keep-dialog.tsx'));

export function LinesProvider({ children }: { readonly children: ReactNode }) {
  const { client } = useServices();
  const { document, editor, evidence, focus, showTab } = useDesk();
  const [asked, setAsked] = useState<'keep' | 'insert' | null>(null);
  const facts = evidence.facts?.lines ?? null;
  const used = useMemo(
    () => usedLines(document, facts, (reference) => referenceText(reference, printedTargets(document)) ?? ''),
    [document, facts],
  );

  const ask = (wish: 'keep' | 'insert') => {
    if (wish === 'keep' && used.some(({ use }) => use.block.id === focus?.ownerId)) {
      showTab(LINES_TAB);
      return;
    }
    holdKeys();
    setAsked(wish);
  };
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    const sheet = editor.current?.feature(linesKey);
    if (!sheet) return;
    sheet.onAsk = (wish) => latest.current(wish);
    return () => {
      sheet.onAsk = null;
    };
  }, [editor]);

  const sheetOf = () => editor.current?.feature(linesKey) ?? null;
  const desk: DeskLines = {
    used,
    async take({ use, fact }) {
      if (!fact) return;
      try {
        const { line } = await client.call('lines.get', { lineId: fact.id });
        const { content, citations, details, id, version } = line;
        if (sheetOf()?.take(use.block.id, { content, citations, details }, { id, version })) {
          tellOfLastStep(editor, 'The words of the line were taken');
        }
      } catch (thrown) {
        notifyFailure(thrown);
      }
    },
    keepMine({ use, fact }) {
      if (fact && sheetOf()?.tie(use.block.id, { id: fact.id, version: fact.version })) {
        tellOfLastStep(editor, 'Your words were kept');
      }
    },
    letGo({ use }) {
      if (sheetOf()?.tie(use.block.id, null)) tellOfLastStep(editor, 'No longer a standing line');
    },
    async putInLibrary(given) {
      try {
        await putInLibrary(given);
      } catch (thrown) {
        notifyFailure(thrown);
      }
    },
  };

  async function putInLibrary({ use, fact }: UsedLine): Promise<void> {
    if (!fact) return;
    const { line } = await client.call('lines.get', { lineId: fact.id });
    const { id, version: _, revision, updatedAt: __, author: ___, ...before } = line;
    const words = wordsToKeep(use, (reference) => referenceText(reference, printedTargets(document)) ?? '');
    const { kind } = use.block;
    // What this block cannot have under it is still the line's.
    const details = [...words.details, ...before.details.filter(({ detail }) => !takesDetail(kind, detail))];
    const changed = await client.call('lines.change', {
      lineId: id,
      revision,
      body: { ...before, ...words, details },
      by: currentAuthor(),
    });
    sheetOf()?.tie(use.block.id, { id, version: changed.version });
    const untie = undoOfLastStep(editor);
    evidence.refresh();
    const takeBack = async () => {
      if (!untie()) return tellNothingUndone();
      // Others may have taken the words already: the earlier ones come back as a version of their own.
      const by = currentAuthor();
      await client.call('lines.change', { lineId: id, revision: changed.revision, body: before, by });
      evidence.refresh();
    };
    notify({
      tone: 'done',
      title: `“${changed.title}” has these words now`,
      body: 'Every other document that uses it shows the difference and asks.',
      actions: [{ label: 'Undo', run: () => void takeBack().catch(notifyFailure) }],
    });
  }

  return (
    <DeskLinesContext value={desk}>
      {children}
      {asked === null ? null : (
        <Suspense>
          {asked === 'insert' ? (
            <LinePicker onClose={() => setAsked(null)} />
          ) : (
            <KeepDialog onClose={() => setAsked(null)} />
          )}
        </Suspense>
      )}
    </DeskLinesContext>
  );
}
