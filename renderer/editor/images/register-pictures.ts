/** Pictures on the sheet: drawing them, and putting in those that are chosen, dropped or pasted. */
import './images.css';
import {
  COMMAND_PRIORITY_HIGH,
  DRAGOVER_COMMAND,
  DROP_COMMAND,
  HISTORY_PUSH_TAG,
  mergeRegister,
  PASTE_COMMAND,
} from 'lexical';
import { handleCommand } from '../feature-commands.ts';
import type { EditorContext } from '../feature-context.ts';
import { $blockWithId } from '../inline/find-block.ts';
import { $placeCaret } from '../operations/locate.ts';
import { figureMaker } from './figure.ts';
import { $insertPicture, $placeForPicture } from './insert.ts';
import { imageFiles, type KeptPicture, type PictureSource, type Pictures, picturesKey } from './pictures.ts';

const REFUSAL = 'In this section there is no place for one. Put the caret into running text and try again.';

/** Where a pasted picture has words beside it, the words are what was meant: Word puts a picture of them there. */
function pastedPictures(event: object): File[] {
  const data = 'clipboardData' in event ? (event as ClipboardEvent).clipboardData : null;
  return data && data.getData('text/plain') === '' ? imageFiles(data) : [];
}

export function registerPictures({ editor, root, ids, say, provide, drawBody }: EditorContext): () => void {
  let source: PictureSource | null = null;
  const waiting = new Set<() => void>();
  drawBody(
    'image',
    figureMaker({
      addressOf: async (asset) => (source ? source.addressOf(asset) : null),
      subscribe(listener) {
        waiting.add(listener);
        return () => waiting.delete(listener);
      },
    }),
  );

  /** The id of the block a picture would be put behind; null where none may stand there. */
  const placeFor = (behind: string | null) =>
    editor.read(() => {
      const block = behind === null ? undefined : $blockWithId(ids, behind);
      return $placeForPicture(block ?? undefined)?.getState().id ?? null;
    });

  function put(picture: KeptPicture, behind: string): string {
    let id = behind;
    editor.update(
      () => {
        const block = $blockWithId(ids, behind);
        if (!block) return;
        const made = $insertPicture(block, picture);
        $placeCaret(made, 0);
        id = made.getKey();
      },
      { discrete: true, tag: HISTORY_PUSH_TAG },
    );
    return editor.read(() => {
      const element = editor.getElementByKey(id);
      return element?.dataset['blockId'] ?? behind;
    });
  }

  /** The words that stand for a picture are asked for where it has just been put. */
  function askForWords(blockId: string): void {
    const field = root.querySelector<HTMLElement>(`[data-block-id="${CSS.escape(blockId)}"] textarea`);
    field?.scrollIntoView({ block: 'nearest' });
    field?.focus();
    say('Picture inserted. Write its alternative text.');
  }

  async function insert(
    behind: string | null,
    next: (from: PictureSource) => AsyncGenerator<KeptPicture | null>,
  ): Promise<boolean> {
    let place = placeFor(behind);
    if (!source || !editor.isEditable()) return false;
    if (place === null) {
      source.refused(REFUSAL);
      return false;
    }
    let last: string | null = null;
    for await (const picture of next(source)) {
      if (!picture || place === null) continue;
      place = put(picture, place);
      last = place;
    }
    if (last !== null) askForWords(last);
    return last !== null;
  }

  const pictures: Pictures = {
    connect(given) {
      source = given;
      for (const listener of waiting) listener();
      return () => {
        if (source === given) source = null;
      };
    },
    async choose() {
      await insert(null, async function* (from) {
        yield await from.choose();
      });
    },
    takeFiles: (files, behind) =>
      insert(behind, async function* (from) {
        for (const file of files) yield await from.take(file);
      }),
  };
  provide(picturesKey, pictures);

  return mergeRegister(
    handleCommand(editor, 'feature:insertPicture', () => {
      void pictures.choose();
      return true;
    }),
    editor.registerCommand(
      DRAGOVER_COMMAND,
      (event) => {
        if (!event.dataTransfer?.types.includes('Files')) return false;
        event.preventDefault();
        event.dataTransfer.dropEffect = editor.isEditable() ? 'copy' : 'none';
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        const files = imageFiles(event.dataTransfer);
        if (files.length === 0) return false;
        event.preventDefault();
        const under =
          event.target instanceof Element ? event.target.closest<HTMLElement>('[data-block-id]') : null;
        void pictures.takeFiles(files, under?.dataset['blockId'] ?? null);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const files = pastedPictures(event);
        if (files.length === 0) return false;
        event.preventDefault();
        void pictures.takeFiles(files, null);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}
