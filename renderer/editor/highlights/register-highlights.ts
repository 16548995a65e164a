/**
 * The highlight layer, on the CSS Custom Highlight API. Ranges are made only for sections in or near the window and made
 * again only where something changed, so that a key costs the same in a long document as in a short one.
 */
import './highlights.css';
import { type EditorState, mergeRegister, type NodeKey, type UpdateListenerPayload } from 'lexical';
import type { Stretch } from '../../../shared/document/places.ts';
import type { EditorContext } from '../feature-context.ts';
import { $whereIs } from '../inline/passages.ts';
import { $isBlock } from '../nodes/block-node.ts';
import { SectionNode } from '../nodes/section-node.ts';
import { $isCell } from '../tables/nodes.ts';
import { type DomPlace, passageElement, placeAt, rangeFor, segmentsOf } from './dom.ts';
import { type HighlightName, highlightNames, highlightsKey } from './highlights.ts';
import { shifted } from './shift.ts';

type ByBlock = Map<string, Stretch[]>;

function sameCell(one: Stretch['cell'], other: Stretch['cell']): boolean {
  return one?.row === other?.row && one?.column === other?.column;
}

/** The words of a passage in one state, a character for each place; null where it is not there. */
function textIn(state: EditorState, key: NodeKey): string | null {
  const node = state._nodeMap.get(key);
  if (!$isBlock(node) && !$isCell(node)) return null;
  return state.read(() => node.getTextContent());
}

class Layer {
  readonly #stretches = new Map<HighlightName, ByBlock>(highlightNames.map((name) => [name, new Map()]));
  readonly #highlights = new Map<HighlightName, Highlight>();
  /** What is drawn, by the element of the section. */
  readonly #near = new Map<Element, Map<HighlightName, StaticRange[]>>();

  constructor() {
    for (const [priority, name] of highlightNames.entries()) {
      const highlight = new Highlight();
      highlight.priority = priority;
      this.#highlights.set(name, highlight);
      CSS.highlights.set(name, highlight);
    }
  }

  of(name: HighlightName): ByBlock {
    return this.#stretches.get(name) ?? new Map();
  }

  isEmpty(): boolean {
    for (const blocks of this.#stretches.values()) if (blocks.size > 0) return false;
    return true;
  }

  hasAny(blockId: string): boolean {
    for (const blocks of this.#stretches.values()) if (blocks.has(blockId)) return true;
    return false;
  }

  /** Moves what stands in a passage whose words have changed. */
  shift(blockId: string, cell: Stretch['cell'], before: string, after: string): void {
    for (const blocks of this.#stretches.values()) {
      const stretches = blocks.get(blockId);
      if (!stretches) continue;
      const others = stretches.filter((each) => !sameCell(each.cell, cell));
      const moved = shifted(
        stretches.filter((each) => sameCell(each.cell, cell)),
        before,
        after,
      );
      if (others.length + moved.length === 0) blocks.delete(blockId);
      else blocks.set(blockId, [...others, ...moved]);
    }
  }

  /** Makes the ranges of a section again; a section that is far away has none. */
  draw(section: Element, only?: HighlightName): void {
    const drawn = this.#near.get(section) ?? new Map<HighlightName, StaticRange[]>();
    this.#near.set(section, drawn);
    const names = only === undefined ? highlightNames : [only];
    for (const name of names) this.#erase(name, drawn);
    if (names.every((name) => this.of(name).size === 0)) return;
    for (const element of section.querySelectorAll<HTMLElement>('[data-block-id]')) {
      const blockId = element.dataset['blockId'] ?? '';
      for (const name of names) this.#drawBlock(name, element, this.of(name).get(blockId) ?? [], drawn);
    }
  }

  redraw(name: HighlightName): void {
    for (const section of this.#near.keys()) {
      if (section.isConnected) this.draw(section, name);
      else this.clear(section);
    }
  }

  isNear(section: Element): boolean {
    return this.#near.has(section);
  }

  dispose(): void {
    for (const name of highlightNames) {
      if (CSS.highlights.get(name) === this.#highlights.get(name)) CSS.highlights.delete(name);
    }
  }

  #drawBlock(
    name: HighlightName,
    element: Element,
    stretches: readonly Stretch[],
    drawn: Map<HighlightName, StaticRange[]>,
  ): void {
    if (stretches.length === 0) return;
    const segments = new Map<Element, ReturnType<typeof segmentsOf>>();
    const ranges = drawn.get(name) ?? [];
    drawn.set(name, ranges);
    for (const { cell, start, end } of stretches) {
      const passage = passageElement(element, cell);
      if (!passage) continue;
      const known = segments.get(passage) ?? segmentsOf(passage);
      segments.set(passage, known);
      const range = rangeFor(known, start, end);
      if (!range) continue;
      ranges.push(range);
      this.#highlights.get(name)?.add(range);
    }
  }

  #erase(name: HighlightName, drawn: Map<HighlightName, StaticRange[]>): void {
    for (const range of drawn.get(name) ?? []) this.#highlights.get(name)?.delete(range);
    drawn.delete(name);
  }

  /** It has gone far from the window, or from the sheet. */
  clear(section: Element): void {
    const drawn = this.#near.get(section);
    if (!drawn) return;
    for (const name of highlightNames) this.#erase(name, drawn);
    this.#near.delete(section);
  }
}

function byBlock(stretches: readonly Stretch[], into: ByBlock): void {
  for (const stretch of stretches) {
    const known = into.get(stretch.blockId);
    if (known) known.push(stretch);
    else into.set(stretch.blockId, [stretch]);
  }
}

export function registerHighlights({ editor, root, ids, provide }: EditorContext): () => void {
  const layer = new Layer();
  const watching = new AbortController();

  // The browser knows which sections it lays out (`content-visibility` in editor.css). An observer of our own would have it
  // look at each of them once more with every frame, which is with every key.
  root.addEventListener(
    'contentvisibilityautostatechange',
    (event) => {
      const { target } = event;
      if (!(event instanceof ContentVisibilityAutoStateChangeEvent)) return;
      if (!(target instanceof HTMLElement) || !target.matches('.sheet-section')) return;
      if (event.skipped) layer.clear(target);
      else layer.draw(target);
    },
    { signal: watching.signal },
  );

  function follow(update: UpdateListenerPayload): void {
    if (layer.isEmpty()) return;
    const { dirtyElements, editorState, prevEditorState } = update;
    const sections = new Set<Element>();
    for (const key of dirtyElements.keys()) {
      const node = editorState._nodeMap.get(key);
      if (node instanceof SectionNode) {
        const element = editor.getElementByKey(key);
        if (element && layer.isNear(element)) sections.add(element);
      }
      if (!$isBlock(node) && !$isCell(node)) continue;
      const where = editorState.read(() => {
        const found = $whereIs(node);
        return found && { blockId: found.block.__block.id, cell: found.cell };
      });
      if (!where || !layer.hasAny(where.blockId)) continue;
      const before = textIn(prevEditorState, key);
      const after = textIn(editorState, key);
      if (before !== null && after !== null && before !== after) {
        layer.shift(where.blockId, where.cell, before, after);
      }
      // The rows of a table hang on their block by a slot, so that a change in a cell may leave its section clean.
      const blockKey = ids.keyOf(where.blockId);
      const block = blockKey === undefined ? null : editor.getElementByKey(blockKey);
      const element = block?.closest('.sheet-section');
      if (element && layer.isNear(element)) sections.add(element);
    }
    for (const section of sections) layer.draw(section);
  }
  function stretchAt(name: HighlightName, at: DomPlace | null): Stretch | null {
    if (!at) return null;
    const stretches = layer.of(name).get(at.blockId) ?? [];
    return (
      stretches.find(
        ({ cell, start, end }) => sameCell(cell, at.cell) && start <= at.place && at.place <= end,
      ) ?? null
    );
  }

  provide(highlightsKey, {
    set(name, stretches) {
      layer.of(name).clear();
      byBlock(stretches, layer.of(name));
      layer.redraw(name);
    },
    under(name, left, top) {
      const caret = document.caretPositionFromPoint(left, top);
      return stretchAt(name, caret && placeAt(caret.offsetNode, caret.offset));
    },
    atCaret(name) {
      const selection = getSelection();
      const { focusNode = null, focusOffset = 0 } = selection ?? {};
      return stretchAt(name, focusNode && placeAt(focusNode, focusOffset));
    },
  });

  return mergeRegister(
    () => watching.abort(),
    editor.registerUpdateListener(follow),
    () => layer.dispose(),
  );
}
