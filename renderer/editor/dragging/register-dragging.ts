/** Blocks and sections are dragged by a grip in the gutter; only legal places take them. */
import './dragging.css';
import { HISTORY_PUSH_TAG, type NodeKey, SKIP_SELECTION_FOCUS_TAG } from 'lexical';
import { sectionBeside } from '../drawing/gatherings.ts';
import type { EditorContext } from '../feature-context.ts';
import { $isBlock } from '../nodes/block-node.ts';
import { $placeCaret } from '../operations/locate.ts';
import { AutoScroll } from './auto-scroll.ts';
import { type Dragging, draggingKey } from './dragging.ts';
import {
  $dragged,
  $drop,
  $dropAt,
  $takenUp,
  $whyNotSectionTo,
  $whyNotTo,
  type Drop,
  type Pointed,
} from './drop.ts';
import { Overlay } from './overlay.ts';

/** In pixels; less is a click. */
const BEGINS = 4;

interface Held {
  readonly keys: readonly NodeKey[];
  readonly startX: number;
  readonly startY: number;
  moving: boolean;
  pointed: Pointed | null;
  x: number;
  y: number;
}

export function registerDragging({ editor, root, ids, say, provide }: EditorContext): () => void {
  const frame = root.parentElement;
  if (!frame) return () => {};
  const dragging: Dragging = {
    onMenu: null,
    whyNot: (blockIds, { sectionId, beforeId }) =>
      editor.read(() =>
        $whyNotTo(
          blockIds.flatMap((id) => ids.keyOf(id) ?? []),
          ids.keyOf(sectionId) ?? null,
          beforeId === null ? null : (ids.keyOf(beforeId) ?? null),
        ),
      ),
    whyNotSection: (sectionId, beforeSectionId) =>
      editor.read(() =>
        $whyNotSectionTo(
          ids.keyOf(sectionId) ?? null,
          beforeSectionId === null ? null : (ids.keyOf(beforeSectionId) ?? null),
        ),
      ),
  };
  provide(draggingKey, dragging);
  const overlay = new Overlay(root, frame);
  const { grip } = overlay;
  const scroll = new AutoScroll(root, () => point());
  const listening = new AbortController();
  const { signal } = listening;
  let hovered: NodeKey | null = null;
  let held: Held | null = null;

  function keyOf(element: Element | null): NodeKey | null {
    const id = element?.closest<HTMLElement>('[data-block-id]')?.dataset['blockId'];
    return (id === undefined ? undefined : ids.keyOf(id)) ?? null;
  }

  /** The block at a height; between two of them the nearer one. */
  function pointedAt(y: number): Pointed | null {
    const { left, width } = root.getBoundingClientRect();
    const hit = document
      .elementsFromPoint(left + width / 2, y)
      .find((element) => element !== root && root.contains(element));
    const section = hit?.closest('.sheet-section');
    const blocks = [...(section?.children ?? [])].filter((child) => child.hasAttribute('data-block-id'));
    const distance = (block: Element) => {
      const { top, bottom } = block.getBoundingClientRect();
      return Math.max(top - y, y - bottom, 0);
    };
    const nearest = blocks.toSorted((a, b) => distance(a) - distance(b))[0];
    const key = keyOf(nearest ?? null);
    if (!nearest || key === null) return null;
    const { top, bottom } = nearest.getBoundingClientRect();
    return { key, below: y > (top + bottom) / 2 };
  }

  /** Between the block above the line and the one below it. */
  function heightOf({ above, below }: Drop): number | null {
    const next = above === null ? null : editor.getElementByKey(above);
    if (next) {
      const beside = next.matches('.sheet-section')
        ? sectionBeside(next, 'before')
        : next.previousElementSibling;
      const before = beside?.getBoundingClientRect().bottom;
      const { top } = next.getBoundingClientRect();
      return before === undefined || before > top ? top - 2 : (before + top) / 2;
    }
    const last = below === null ? null : editor.getElementByKey(below);
    return last ? last.getBoundingClientRect().bottom + 2 : null;
  }

  function point(): void {
    if (!held) return;
    const { keys, y } = held;
    const pointed = pointedAt(y);
    held.pointed = pointed;
    const drop = pointed && editor.read(() => $dropAt(keys, pointed));
    const height = drop && heightOf(drop);
    if (drop && height !== null) overlay.showLine(height, drop.refusal);
    else overlay.hideLine();
  }

  function mark(keys: readonly NodeKey[], taken: boolean): void {
    for (const key of editor.read(() => $takenUp(keys))) {
      const element = editor.getElementByKey(key);
      if (taken) element?.setAttribute('data-taken-up', 'true');
      else element?.removeAttribute('data-taken-up');
    }
  }

  function letGo(): void {
    if (!held) return;
    mark(held.keys, false);
    held = null;
    scroll.stop();
    overlay.hideLine();
    delete grip.dataset['held'];
  }

  function dropHeld({ keys, pointed }: Held): void {
    letGo();
    if (!pointed) return;
    let refusal: string | null = null;
    editor.update(
      () => {
        refusal = $drop(keys, pointed);
      },
      { discrete: true, tag: [HISTORY_PUSH_TAG, SKIP_SELECTION_FOCUS_TAG] },
    );
    say(refusal ?? 'Moved');
    overlay.hideGrip();
  }

  function openMenu({ keys, startX, startY }: Held): void {
    letGo();
    const [key] = keys;
    if (key === undefined) return;
    if (keys.length === 1) {
      editor.update(
        () => {
          const block = editor.getEditorState()._nodeMap.get(key);
          if ($isBlock(block)) $placeCaret(block, 0);
        },
        { discrete: true },
      );
    }
    root.focus({ preventScroll: true });
    dragging.onMenu?.(startX, startY);
  }

  const hover = (event: PointerEvent) => {
    if (held || !editor.isEditable() || event.pointerType === 'touch') return;
    if (event.target instanceof Element && grip.contains(event.target)) return;
    const element = event.target instanceof Element ? event.target.closest('[data-block-id]') : null;
    if (!(element instanceof HTMLElement) || !root.contains(element)) return;
    const key = keyOf(element);
    const visible = element.closest<HTMLElement>('.sheet-section > [data-block-id]');
    if (key === null || visible === null) return;
    hovered = key;
    overlay.showGrip(visible);
  };
  frame.addEventListener('pointermove', hover, { signal });
  frame.addEventListener('pointerleave', () => !held && overlay.hideGrip(), { signal });
  // Whoever types looks at words.
  root.addEventListener('keydown', () => !held && overlay.hideGrip(), { signal });

  grip.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0 || hovered === null || !editor.isEditable()) return;
      event.preventDefault();
      grip.setPointerCapture(event.pointerId);
      const key = hovered;
      const keys = editor.read(() => $dragged(key));
      const { clientX: x, clientY: y } = event;
      held = { keys, startX: x, startY: y, moving: false, pointed: null, x, y };
    },
    { signal },
  );
  grip.addEventListener(
    'pointermove',
    (event) => {
      if (!held) return;
      held.x = event.clientX;
      held.y = event.clientY;
      if (!held.moving) {
        if (Math.hypot(held.x - held.startX, held.y - held.startY) < BEGINS) return;
        held.moving = true;
        grip.dataset['held'] = 'true';
        mark(held.keys, true);
      }
      scroll.follow(held.y);
      point();
    },
    { signal },
  );
  grip.addEventListener(
    'pointerup',
    () => {
      if (!held) return;
      if (held.moving) dropHeld(held);
      else openMenu(held);
    },
    { signal },
  );
  grip.addEventListener('pointercancel', letGo, { signal });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !held?.moving) return;
      event.preventDefault();
      event.stopPropagation();
      letGo();
    },
    { signal, capture: true },
  );

  return () => {
    listening.abort();
    scroll.stop();
    overlay.remove();
  };
}
