/**
 * The body of a picture's block: the picture as large as it is printed, and the words that stand for it. Never a broken
 * picture without words: what cannot be shown says so.
 */
import {
  $addUpdateTag,
  $getNodeByKey,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
  setDOMUnmanaged,
} from 'lexical';
import { printedSize } from '../../../shared/print/picture-size.ts';
import { $selectBlocks } from '../block-selection.ts';
import { $isBlock } from '../nodes/block-node.ts';
import type { BlockState, ImageParts } from '../nodes/block-state.ts';
import type { BodyMaker } from '../nodes/bodies.ts';

/** What the figures of one sheet ask for their bytes. */
export interface Addresses {
  addressOf(asset: string): Promise<string | null>;
  /** Called again when there is somebody to ask. @returns what stops it. */
  subscribe(listener: () => void): () => void;
}

const MISSING = 'This picture is not in this library. Insert it again, or delete it.';
const PROMPT = 'What a reader who cannot see it needs to know: what it shows, in a sentence or two';

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...children);
  return element;
}

/** What happens in these fields is none of the sheet's; Lexical leaves alone what another editor has marked so. */
const ownEvents = [
  'keydown',
  'beforeinput',
  'input',
  'paste',
  'copy',
  'cut',
  'pointerdown',
  'click',
  'drop',
  'dragstart',
];

function keepEvents(element: HTMLElement): void {
  for (const type of ownEvents) {
    element.addEventListener(type, (event) => {
      (event as Event & { _lexicalHandled?: boolean })._lexicalHandled = true;
    });
  }
}

export function figureMaker(addresses: Addresses): BodyMaker {
  return (editor, { element, key, state: first }) => {
    let shown: ImageParts | null = null;
    const picture = make('img', 'picture');
    picture.draggable = false;
    const missing = make('p', 'picture-missing', MISSING);
    const frame = make('div', 'picture-frame');
    const text = make('textarea', 'input');
    text.rows = 2;
    text.placeholder = PROMPT;
    const label = make('label', 'picture-text', make('span', '', 'Alternative text'), text);
    const box = make('input', '');
    box.type = 'checkbox';
    const decorative = make(
      'label',
      'picture-decorative',
      box,
      'Decorative: it says nothing that the text does not',
    );
    const words = make('div', 'picture-words', label, decorative);
    keepEvents(words);
    setDOMUnmanaged(element, { captureSelection: true });
    element.append(frame, words);

    let begun = false;
    const change = (parts: Partial<ImageParts>) => {
      editor.update(() => {
        const block = $getNodeByKey(key);
        const image = $isBlock(block) ? block.getState().image : null;
        if (!$isBlock(block) || !image) return;
        block.setState({ image: { ...image, ...parts } });
        // The caret stays in the field; one visit to it is one step for undo.
        $addUpdateTag(SKIP_DOM_SELECTION_TAG);
        $addUpdateTag(begun ? HISTORY_MERGE_TAG : HISTORY_PUSH_TAG);
        begun = true;
      });
    };
    text.addEventListener('focus', () => {
      begun = false;
    });
    text.addEventListener('input', () => change({ alternativeText: text.value }));
    box.addEventListener('change', () => {
      begun = false;
      change({ decorative: box.checked });
    });
    frame.addEventListener('click', () => {
      editor.getRootElement()?.focus({ preventScroll: true });
      editor.update(() => {
        const block = $getNodeByKey(key);
        if ($isBlock(block)) $selectBlocks(block, block);
      });
    });

    async function load(asset: string): Promise<void> {
      const address = await addresses.addressOf(asset);
      if (shown?.asset !== asset) return;
      if (address === null) {
        frame.replaceChildren(missing);
        return;
      }
      picture.src = address;
      frame.replaceChildren(picture);
    }
    picture.addEventListener('error', () => frame.replaceChildren(missing));

    function update({ image }: BlockState): void {
      if (!image) return;
      const before = shown;
      shown = image;
      const { width, height, alternativeText } = image;
      const printed = printedSize(width, height);
      frame.style.inlineSize = `${printed.width}pt`;
      frame.style.aspectRatio = `${width} / ${height}`;
      picture.alt = image.decorative ? '' : alternativeText;
      if (text.value !== alternativeText) text.value = alternativeText;
      box.checked = image.decorative;
      label.hidden = image.decorative;
      words.dataset['wanting'] = String(!image.decorative && alternativeText.trim() === '');
      const editable = editor.isEditable();
      text.readOnly = !editable;
      box.disabled = !editable;
      if (before?.asset !== image.asset) void load(image.asset);
    }
    const endings = [
      addresses.subscribe(() => shown && void load(shown.asset)),
      editor.registerEditableListener((editable) => {
        text.readOnly = !editable;
        box.disabled = !editable;
      }),
    ];
    update(first);
    return {
      update,
      dispose() {
        for (const end of endings) end();
      },
    };
  };
}
