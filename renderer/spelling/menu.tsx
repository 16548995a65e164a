/** The menu of a misspelt word: right button or menu key on it, or F7, which goes from one to the next. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { Menu as AriaMenu, Popover } from 'react-aria-components';
import type { Stretch } from '../../shared/document/places.ts';
import { walk } from '../../shared/document/walk.ts';
import type { Misspelling } from '../../shared/spelling/misspellings.ts';
import { useCommands } from '../app/commands.tsx';
import { notifyFailure } from '../app/failures.ts';
import { useServices } from '../app/services.ts';
import { highlightsKey } from '../editor/highlights/highlights.ts';
import { MenuItem, MenuSeparator } from '../ui/menu.tsx';
import { notify } from '../ui/toasts.tsx';
import { useDesk } from '../writing/desk.ts';
import { useSpelling } from './spelling.ts';
import { useSpellingOnSheet } from './use-spelling-on-sheet.ts';

interface Open {
  readonly misspelling: Misspelling;
  readonly suggestions: readonly string[];
  readonly left: number;
  readonly top: number;
}

function isAt(misspelling: Misspelling, stretch: Stretch): boolean {
  return (
    misspelling.blockId === stretch.blockId &&
    misspelling.start === stretch.start &&
    misspelling.cell?.row === stretch.cell?.row &&
    misspelling.cell?.column === stretch.cell?.column
  );
}

export function SpellingMenu() {
  const { desktop } = useServices();
  const { document, editor, focus, readOnly } = useDesk();
  const { misspellings, placesOf, suggest, add, ignore } = useSpelling();
  const sheet = useSpellingOnSheet();
  const [open, setOpen] = useState<Open | null>(null);
  const anchor = useRef<HTMLSpanElement>(null);

  const show = useCallback(
    async (misspelling: Misspelling, left: number, top: number) => {
      const suggestions = await suggest(misspelling.word).catch(() => []);
      setOpen({ misspelling, suggestions, left, top });
    },
    [suggest],
  );

  useEffect(() => {
    if (readOnly) return;
    const onMenu = (event: MouseEvent) => {
      const highlights = editor.current?.feature(highlightsKey);
      const byMouse = event.button === 2;
      const stretch = byMouse
        ? highlights?.under('spelling', event.clientX, event.clientY)
        : highlights?.atCaret('spelling');
      const found = stretch && misspellings.find((each) => isAt(each, stretch));
      if (!found) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const place = byMouse ? { left: event.clientX, bottom: event.clientY } : selectionBox();
      void show(found, place.left, place.bottom);
    };
    window.addEventListener('contextmenu', onMenu, { capture: true });
    return () => window.removeEventListener('contextmenu', onMenu, { capture: true });
  }, [editor, misspellings, readOnly, show]);

  const next = () => {
    let found: Misspelling | undefined;
    for (const each of after(misspellings, document, focus?.blockId ?? null, currentOf())) {
      found = asItStands(each, placesOf(each.word));
      if (found) break;
    }
    if (!found) {
      notify({ tone: 'done', title: 'Every word is spelt as the dictionary has it' });
      return;
    }
    sheet.select(found);
    // The selection is drawn, and scrolled to, with the next frame.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const { left, bottom } = selectionBox();
        void show(found, left, bottom);
      }),
    );
  };
  const currentOf = (): Misspelling | null => {
    const stretch = editor.current?.feature(highlightsKey)?.atCaret('spelling');
    return (stretch && misspellings.find((each) => isAt(each, stretch))) ?? null;
  };
  useCommands({ 'next-misspelling': next });

  const close = () => setOpen(null);
  /** Once the menu has given the focus back. */
  const onSheet = (run: () => void) => () =>
    requestAnimationFrame(() => {
      run();
      editor.current?.focus();
    });
  return (
    <>
      <span
        ref={anchor}
        aria-hidden
        className="menu-anchor"
        style={{ left: open?.left ?? 0, top: open?.top ?? 0 }}
      />
      {open ? (
        <Popover
          className="popover"
          triggerRef={anchor}
          placement="bottom start"
          offset={2}
          isOpen
          onOpenChange={(stays) => {
            if (!stays) close();
          }}
        >
          <AriaMenu
            className="menu"
            aria-label={`Spelling of “${open.misspelling.word}”`}
            autoFocus="first"
            onClose={close}
          >
            {open.suggestions.map((word) => (
              <MenuItem
                key={word}
                label={word}
                onAction={onSheet(() => sheet.replace([open.misspelling], word))}
              />
            ))}
            {open.suggestions.length === 0 ? (
              <MenuItem label="Nothing like it in the dictionary" isDisabled onAction={close} />
            ) : null}
            <MenuSeparator />
            <MenuItem
              label="Add to my words"
              onAction={onSheet(() => void add(open.misspelling.word).catch(notifyFailure))}
            />
            <MenuItem label="Ignore for now" onAction={onSheet(() => ignore(open.misspelling.word))} />
            <MenuSeparator />
            <MenuItem label="Cut" shortcut="Ctrl+X" onAction={onSheet(() => desktop.edit('cut'))} />
            <MenuItem label="Copy" shortcut="Ctrl+C" onAction={onSheet(() => desktop.edit('copy'))} />
            <MenuItem label="Paste" shortcut="Ctrl+V" onAction={onSheet(() => desktop.edit('paste'))} />
          </AriaMenu>
        </Popover>
      ) : null}
    </>
  );
}

/** Where it stands now, if it does: words may have been written since they were judged. */
function asItStands(judged: Misspelling, places: readonly Misspelling[]): Misspelling | undefined {
  const inBlock = places.filter(({ blockId }) => blockId === judged.blockId);
  return inBlock.find((place) => isAt(judged, place)) ?? inBlock[0];
}

/** All, first the one after the present one; without one, the first from the caret's block on, or of the document. */
function after(
  misspellings: readonly Misspelling[],
  document: Parameters<typeof walk>[0],
  blockId: string | null,
  current: Misspelling | null,
): readonly Misspelling[] {
  const from = (at: number) => [...misspellings.slice(at), ...misspellings.slice(0, at)];
  if (current) return from(misspellings.indexOf(current) + 1);
  const order = new Map([...walk(document)].map(({ block }, at) => [block.id, at]));
  const caret = (blockId === null ? undefined : order.get(blockId)) ?? 0;
  return from(
    Math.max(
      0,
      misspellings.findIndex((each) => (order.get(each.blockId) ?? 0) >= caret),
    ),
  );
}

/** Where the selected words are drawn, in pixels of the window. */
function selectionBox(): { left: number; bottom: number } {
  const selection = getSelection();
  const box = selection?.rangeCount ? selection.getRangeAt(0).getBoundingClientRect() : null;
  return { left: box?.left ?? 0, bottom: box?.bottom ?? 0 };
}
