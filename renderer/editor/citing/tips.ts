/**
 * Names the sources under the pointer: over cited words those, over the mark in the margin all of the block. For those
 * without a pointer the same is said when the caret comes to the words, and stands in the side panel.
 */

/** Pixels of the end margin in which the marks of a block stand. */
const MARGIN = 56;
/** Milliseconds the pointer rests before the names appear. */
const REST = 350;

interface Target {
  readonly element: Element;
  readonly blockId: string;
  /** null: every citation of the block. */
  readonly only: readonly string[] | null;
}

function targetOf(event: MouseEvent): Target | null {
  const { target } = event;
  if (!(target instanceof Element)) return null;
  const block = target.closest<HTMLElement>('[data-block-id]');
  const blockId = block?.dataset['blockId'];
  if (!block || blockId === undefined) return null;
  const words = target.closest<HTMLElement>('[data-cited]');
  if (words) return { element: words, blockId, only: words.dataset['cited']?.split(' ') ?? [] };
  const inMargin = block.hasAttribute('data-sources') && event.clientX > marginStart(block);
  return inMargin ? { element: block, blockId, only: null } : null;
}

function marginStart(block: HTMLElement): number {
  const { right, width } = block.getBoundingClientRect();
  // The page may be zoomed.
  return right - MARGIN * (width / (block.offsetWidth || 1));
}

export function sourceTips(
  root: HTMLElement,
  namesOf: (blockId: string, only: readonly string[] | null) => readonly string[],
  onMark: () => void,
): () => void {
  const frame = root.parentElement;
  if (!frame) return () => {};
  const tip = document.createElement('div');
  tip.className = 'sheet-sources tooltip';
  tip.setAttribute('aria-hidden', 'true');
  tip.hidden = true;
  frame.append(tip);
  const listening = new AbortController();
  const { signal } = listening;
  let over: Element | null = null;
  let rest: ReturnType<typeof setTimeout> | null = null;

  function hide(): void {
    if (rest !== null) clearTimeout(rest);
    rest = null;
    over = null;
    // Hiding what is hidden would have styles worked out anew at every key.
    if (!tip.hidden) tip.hidden = true;
  }
  function show({ element, blockId, only }: Target, x: number): void {
    const names = namesOf(blockId, only);
    if (names.length === 0) return;
    tip.replaceChildren(
      ...names.map((name, at) => {
        const line = document.createElement('div');
        line.textContent = at === 0 ? `Cited: ${name}` : name;
        return line;
      }),
    );
    tip.hidden = false;
    const box = element.getBoundingClientRect();
    const left = Math.max(8, Math.min(x - 24, window.innerWidth - tip.offsetWidth - 8));
    const below = box.bottom + 6;
    const top = below + tip.offsetHeight > window.innerHeight - 8 ? box.top - tip.offsetHeight - 6 : below;
    tip.style.left = `${left}px`;
    tip.style.top = `${top}px`;
  }

  root.addEventListener(
    'pointermove',
    (event) => {
      const target = event.buttons === 0 ? targetOf(event) : null;
      if (target?.element === over) return;
      hide();
      if (!target) return;
      over = target.element;
      const { clientX } = event;
      rest = setTimeout(() => show(target, clientX), REST);
    },
    { signal },
  );
  root.addEventListener('pointerleave', hide, { signal });
  root.addEventListener('keydown', hide, { signal });
  window.addEventListener('scroll', hide, { signal, capture: true });
  root.addEventListener(
    'click',
    (event) => {
      const target = targetOf(event);
      if (target && target.only === null) onMark();
    },
    { signal },
  );
  return () => {
    listening.abort();
    hide();
    tip.remove();
  };
}
