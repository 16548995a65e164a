/** The arrow keys while whole blocks are selected; with Shift they take more. */
import { $blockSelection, $extendBlockSelection, $stepBlockSelection } from '../block-selection.ts';
import { $placeCaret } from './locate.ts';

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** @returns false where no blocks are selected, or the key is none of these. */
export function $arrowInBlockSelection({ key, shiftKey, ctrlKey, altKey, metaKey }: Pressed): boolean {
  const selected = $blockSelection();
  if (!selected || ctrlKey || altKey || metaKey) return false;
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const direction = key === 'ArrowUp' ? 'previous' : 'next';
    return shiftKey ? $extendBlockSelection(direction) : $stepBlockSelection(direction);
  }
  if (shiftKey) return false;
  const block = key === 'ArrowLeft' ? selected[0] : key === 'ArrowRight' ? selected.at(-1) : undefined;
  if (!block) return false;
  $placeCaret(block, key === 'ArrowLeft' ? 0 : block.getChildrenSize());
  return true;
}
