/**
 * When the sections of a long document are drawn: those at its beginning at once, the others as they come near the window
 * or the caret, and all of them soon, a few milliseconds at a time, while nobody types.
 */
import {
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  COMMAND_PRIORITY_CRITICAL,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type NodeKey,
  SELECTION_CHANGE_COMMAND,
} from 'lexical';
import { $isSection } from '../nodes/section-node.ts';
import { $rangeSelection, $sections } from '../operations/locate.ts';
import { layOutAhead } from './ahead.ts';
import { sectionsAtOnce } from './at-once.ts';
import { $hideBelow, showAll, showAround, showSome } from './below.ts';
import { gatherSections } from './gatherings.ts';
import { type Undrawn, undrawnOf } from './undrawn.ts';

/** Sections this near to the window are drawn before they come into it. */
const NEAR = '1500px 0px';
/** A key may come at any moment, so idle time is not used up to its end. */
const SLICE_MS = 6;
/** Sections drawn in one step of a slice. */
const STEP = 4;
/** Milliseconds after an edit in which nothing is drawn: more than those within which keystrokes are undone together. */
const PAUSE = 600;

/** The sections behind those drawn at once; none in a document that is not long. */
function $behindTheFirst(): NodeKey[] {
  const sections = $sections();
  const first = sectionsAtOnce(sections.map((section) => section.getChildrenSize()));
  return sections.slice(first).map((section) => section.getKey());
}

function $sectionAround(node: LexicalNode | null): LexicalNode | null {
  for (let at = node; at; at = at.getParent() ?? ($isElementNode(at) ? $host(at) : null)) {
    if ($isSection(at)) return at;
  }
  return null;
}

/** The rows of a table hang in a slot of their block, which is no parent. */
function $host(node: LexicalNode): LexicalNode | null {
  const host = $isElementNode(node) ? node.__slotHost : null;
  return host === null ? null : $getNodeByKey(host);
}

function $selectedKeys(): NodeKey[] {
  const selection = $rangeSelection();
  return selection ? [selection.anchor.key, selection.focus.key] : [];
}

/** What lies between the ends of the selection, with a neighbour on either side, where the arrow keys lead. */
function $aroundSelection(): NodeKey[] {
  const selection = $rangeSelection();
  if (!selection) return [];
  const [first, last] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const from = $sectionAround(first.getNode()) ?? $getRoot().getFirstChild();
  const to = $sectionAround(last.getNode()) ?? $getRoot().getLastChild();
  const end = to?.getNextSibling() ?? null;
  const keys: NodeKey[] = [];
  for (let at = from?.getPreviousSibling() ?? from; at; at = at.getNextSibling()) {
    keys.push(at.getKey());
    if (at.is(end)) break;
  }
  return keys;
}

/** Keys that lead out of the block with the caret. */
function leadsOn({ key }: KeyboardEvent): boolean {
  return key.startsWith('Arrow') || key.startsWith('Page') || key === 'End' || key === 'Home';
}

/** Keys that lead further than the neighbours of where the caret is. */
function leadsFar({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (key === 'PageDown' || key === 'PageUp') return true;
  return (
    (ctrlKey || metaKey) && (key === 'End' || key === 'Home' || key === 'ArrowDown' || key === 'ArrowUp')
  );
}

class Drawer {
  readonly #undrawn: Undrawn;
  readonly #root: HTMLElement;
  readonly #done: () => void;
  readonly #observer: IntersectionObserver;
  #below = true;
  #frame: number | null = null;
  #idle: number | null = null;
  #pause: ReturnType<typeof setTimeout> | null = null;
  #quietFrom = 0;

  /** @param done is called once, when all is drawn. */
  constructor(undrawn: Undrawn, root: HTMLElement, done: () => void) {
    this.#undrawn = undrawn;
    this.#root = root;
    this.#done = done;
    const keys = new Map<Element, NodeKey>();
    const margins = { scrollMargin: NEAR } as IntersectionObserverInit;
    this.#observer = new IntersectionObserver((entries) => {
      const near = entries.filter(({ isIntersecting }) => isIntersecting);
      undrawn.draw(near.flatMap(({ target }) => keys.get(target) ?? []));
    }, margins);
    root.ownerDocument.addEventListener('scroll', this.showBelow, { capture: true, once: true });
    for (const [key, element] of undrawn.entries()) {
      keys.set(element, key);
      this.#observer.observe(element);
    }
    this.#whenIdle();
  }

  /** Somebody is writing. */
  wait(): void {
    this.#quietFrom = performance.now() + PAUSE;
  }

  /** What waits below the window is shown at once; asked again, it costs nothing. */
  readonly showBelow = () => {
    if (!this.#below) return;
    this.#below = false;
    showAll(this.#root);
  };

  dispose(): void {
    this.showBelow();
    this.#root.ownerDocument.removeEventListener('scroll', this.showBelow, { capture: true });
    this.#observer.disconnect();
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    if (this.#idle !== null) cancelIdleCallback(this.#idle);
    if (this.#pause !== null) clearTimeout(this.#pause);
  }

  #whenIdle(): void {
    if (this.#undrawn.isEmpty) {
      this.dispose();
      this.#done();
      return;
    }
    const left = this.#quietFrom - performance.now();
    if (left > 0) this.#pause = setTimeout(() => this.#whenIdle(), left);
    else this.#idle = requestIdleCallback(() => this.#slice());
  }

  #slice(): void {
    if (this.#below) {
      this.#below = showSome(this.#root);
      // The frame lays out what is shown.
      this.#frame = requestAnimationFrame(() => this.#whenIdle());
      return;
    }
    const until = performance.now() + SLICE_MS;
    while (performance.now() < until && this.#quietFrom < until && !this.#undrawn.isEmpty) {
      this.#undrawn.draw([...this.#undrawn.entries()].slice(0, STEP).map(([key]) => key));
    }
    this.#whenIdle();
  }
}

/** Draws the document of an editor on its sheet for the first time, and what was passed over afterwards. */
export function drawOn(editor: LexicalEditor, root: HTMLElement): () => void {
  const undrawn = undrawnOf(editor);
  undrawn.passOver(editor.read($behindTheFirst), () => editor.setRootElement(root));
  if (undrawn.isEmpty) return () => {};
  editor.read(() => $hideBelow(editor));
  const gatherings = gatherSections(editor, root);
  const drawer = new Drawer(undrawn, root, () => gatherings.gatherWhenIdle());
  const unregister = mergeRegister(
    layOutAhead(root),
    // Lexical looks for the elements of both ends of a selection as soon as the update is done, but first asks this.
    editor.registerCommand(
      SELECTION_CHANGE_COMMAND,
      () => {
        for (const key of $selectedKeys()) showAround(editor.getElementByKey(key), root);
        if (!undrawn.isEmpty) undrawn.$draw($aroundSelection());
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    // The browser moves the caret by what is drawn.
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (leadsOn(event)) drawer.showBelow();
        if (!undrawn.isEmpty && leadsFar(event)) undrawn.$draw([...undrawn.entries()].map(([key]) => key));
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerUpdateListener(({ dirtyLeaves }) => {
      if (dirtyLeaves.size === 0) return;
      drawer.wait();
      gatherings.wait();
    }),
  );
  return () => {
    unregister();
    drawer.dispose();
    gatherings.dispose();
  };
}
