/** Files dropped anywhere on the screen, and whatever is pasted outside a field, become sources. */
import { type DragEvent, useEffect, useRef, useState } from 'react';
import type { Adding } from './adding/adding.ts';

export interface Dropping {
  /** Files hang over the screen. */
  readonly over: boolean;
  readonly handlers: {
    onDragEnter(event: DragEvent): void;
    onDragOver(event: DragEvent): void;
    onDragLeave(event: DragEvent): void;
    onDrop(event: DragEvent): void;
  };
}

export function useDrop({ addDropped, addText }: Pick<Adding, 'addDropped' | 'addText'>): Dropping {
  const [over, setOver] = useState(false);
  // Children are entered before their parents are left.
  const depth = useRef(0);

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const { target, clipboardData } = event;
      const inField =
        target instanceof Element && target.closest('input, textarea, [contenteditable="true"]');
      if (!clipboardData || inField || document.querySelector('.scrim')) return;
      const files = [...clipboardData.files];
      const text = clipboardData.getData('text/plain');
      if (files.length === 0 && text.trim() === '') return;
      event.preventDefault();
      if (files.length > 0) addDropped(files);
      else addText(text);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [addDropped, addText]);

  const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');
  return {
    over,
    handlers: {
      onDragEnter(event) {
        if (!hasFiles(event)) return;
        event.preventDefault();
        depth.current += 1;
        setOver(true);
      },
      onDragOver(event) {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      },
      onDragLeave(event) {
        if (!hasFiles(event)) return;
        depth.current = Math.max(0, depth.current - 1);
        if (depth.current === 0) setOver(false);
      },
      onDrop(event) {
        depth.current = 0;
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (files.length === 0) return;
        event.preventDefault();
        addDropped(files);
      },
    },
  };
}
