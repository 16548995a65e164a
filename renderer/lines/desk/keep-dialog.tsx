import '../lines.css';
import { useState } from 'react';
import { toErrorData } from '../../../shared/contract/errors.ts';
import { explain } from '../../../shared/contract/messages.ts';
import { exemptBlocks } from '../../../shared/document/exempt.ts';
import { lineKindOf, titleFrom, wordsToKeep } from '../../../shared/lines/keeping.ts';
import { detailsUnder, saidByLine, spelledOut } from '../../../shared/lines/said.ts';
import { printedTargets } from '../../../shared/references/targets.ts';
import { referenceText } from '../../../shared/references/words.ts';
import { useServices } from '../../app/services.ts';
import { currentAuthor } from '../../comments/author.ts';
import { linesKey } from '../../editor/lines/lines.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { takeHeldKeys } from '../../ui/held-keys.ts';
import { notify } from '../../ui/toasts.tsx';
import type { Desk } from '../../writing/desk.ts';
import { useDesk } from '../../writing/desk.ts';
import { type LineAbout, LineFields, tagsFrom } from '../line-fields.tsx';

/** The block at the caret, or the one whose detail has it, as a line would keep it. */
function blockInHand({ editor, document, focus }: Desk) {
  const now = editor.current?.current() ?? document;
  for (const { blocks } of now.sections) {
    const at = blocks.findIndex(({ id }) => id === focus?.ownerId);
    const block = blocks[at];
    if (!block || block.kind === 'unknown') continue;
    const kind = lineKindOf(block.kind);
    if (kind === null) return null;
    const targets = printedTargets(now);
    const words = wordsToKeep(
      { block, details: detailsUnder(blocks, at) },
      (reference) => referenceText(reference, targets) ?? '',
    );
    return { blockId: block.id, kind, words, isExempt: exemptBlocks(now).has(block.id) };
  }
  return null;
}

/** Asks what the line is to be called; the block is then a use of it. */
export default function KeepDialog({ onClose }: { onClose: () => void }) {
  const { client } = useServices();
  const desk = useDesk();
  const { editor, evidence } = desk;
  const [given] = useState(() => blockInHand(desk));
  const [about, setAbout] = useState<LineAbout>(() => {
    takeHeldKeys();
    const text = given ? saidByLine(given.words).text : '';
    return { title: titleFrom(text), kind: given?.kind ?? 'point', tags: '' };
  });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const keep = async () => {
    if (!given || busy || about.title.trim() === '') return;
    setBusy(true);
    setProblem(null);
    try {
      const body = {
        ...given.words,
        kind: about.kind,
        title: about.title.trim(),
        tags: tagsFrom(about.tags),
      };
      const line = await client.call('lines.add', { body, by: currentAuthor() });
      editor.current?.feature(linesKey)?.tie(given.blockId, { id: line.id, version: line.version });
      evidence.refresh();
      onClose();
      notify({ tone: 'done', title: `“${line.title}” is a standing line now` });
    } catch (thrown) {
      const { what, why, next } = explain(toErrorData(thrown));
      setProblem(`${what} ${why} ${next}`);
      setBusy(false);
    }
  };

  return (
    <Dialog
      title="Keep as standing line"
      width={520}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="primary"
            isDisabled={busy || given === null || about.title.trim() === ''}
            onPress={() => void keep()}
          >
            Keep
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter in a field means the button. */}
      <div
        className="keep-line"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          if (!(event.target instanceof HTMLInputElement) || event.target.type !== 'text') return;
          event.preventDefault();
          void keep();
        }}
      >
        <LineFields about={about} onChange={setAbout} autoFocus />
        {given ? <p className="line-words boxed">{spelledOut(saidByLine(given.words))}</p> : null}
        {problem === null ? (
          <p className="quiet">
            Other documents can insert it with its evidence. When it changes in the library, each asks whether
            to take the new words.
            {given?.isExempt
              ? ' These words are exempt from publication here, and a line is not: mark them again wherever you insert it.'
              : ''}
          </p>
        ) : (
          <p role="alert" className="problem">
            {problem}
          </p>
        )}
      </div>
    </Dialog>
  );
}
