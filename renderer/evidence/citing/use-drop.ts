/** Passages dragged onto the sheet, from this window or another, and citations from one block to another. */
import { useEffect, useRef } from 'react';
import { CITATION_TYPE, carriesPassage } from './passage-drag.ts';

function blockUnder(event: DragEvent): HTMLElement | null {
  const { target } = event;
  if (!(target instanceof Element) || !target.closest('.sheet')) return null;
  return target.closest<HTMLElement>('[data-block-id]');
}

/** As files are copied rather than moved. */
const copies = ({ ctrlKey, altKey }: DragEvent): boolean => ctrlKey || altKey;

/** @param onDrop told of the block it was dropped on, and whether what is moved is to stay where it was, too. */
export function useDrop(
  onDrop: (blockId: string, data: DataTransfer, stays: boolean) => void,
  enabled: boolean,
): void {
  const latest = useRef(onDrop);
  latest.current = onDrop;
  useEffect(() => {
    if (!enabled) return;
    let over: HTMLElement | null = null;
    const mark = (block: HTMLElement | null) => {
      if (block === over) return;
      over?.removeAttribute('data-cite-target');
      over = block;
      over?.setAttribute('data-cite-target', over.hasAttribute('data-empty') ? 'refused' : 'true');
    };
    const onOver = (event: DragEvent) => {
      if (!carriesPassage(event.dataTransfer)) return;
      const block = blockUnder(event);
      mark(block);
      if (!block || !event.dataTransfer) return;
      // Before the sheet, which would take the words.
      event.preventDefault();
      event.stopPropagation();
      const isCitation = event.dataTransfer.types.includes(CITATION_TYPE);
      event.dataTransfer.dropEffect = !isCitation ? 'link' : copies(event) ? 'copy' : 'move';
    };
    const onDropped = (event: DragEvent) => {
      if (!carriesPassage(event.dataTransfer)) return;
      const block = blockUnder(event);
      mark(null);
      const blockId = block?.dataset['blockId'];
      if (!block) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.dataTransfer && blockId !== undefined)
        latest.current(blockId, event.dataTransfer, copies(event));
    };
    const onEnd = () => mark(null);
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) mark(null);
    };
    const options = { capture: true } as const;
    window.addEventListener('dragover', onOver, options);
    window.addEventListener('drop', onDropped, options);
    window.addEventListener('dragend', onEnd, options);
    window.addEventListener('dragleave', onLeave, options);
    return () => {
      mark(null);
      window.removeEventListener('dragover', onOver, options);
      window.removeEventListener('drop', onDropped, options);
      window.removeEventListener('dragend', onEnd, options);
      window.removeEventListener('dragleave', onLeave, options);
    };
  }, [enabled]);
}
