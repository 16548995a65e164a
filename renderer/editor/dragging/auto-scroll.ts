/** Scrolls while something is held near the upper or lower edge. */

/** In pixels: how near, and how far at most in one frame. */
const EDGE = 56;
const FASTEST = 18;

export class AutoScroll {
  readonly #scroller: HTMLElement;
  readonly #onScroll: () => void;
  #speed = 0;
  #frame = 0;

  /** @param onScroll what is under the pointer has changed. */
  constructor(inside: HTMLElement, onScroll: () => void) {
    this.#scroller = scrollerOf(inside);
    this.#onScroll = onScroll;
  }

  /** @param y of the pointer, in pixels of the window. */
  follow(y: number): void {
    const { top, bottom } = this.#scroller.getBoundingClientRect();
    const near = y < top + EDGE ? y - top - EDGE : Math.max(0, y - bottom + EDGE);
    this.#speed = Math.max(-1, Math.min(1, near / EDGE)) * FASTEST;
    if (this.#speed !== 0 && this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#step());
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#speed = 0;
  }

  #step(): void {
    this.#frame = 0;
    if (this.#speed === 0) return;
    const before = this.#scroller.scrollTop;
    this.#scroller.scrollTop += this.#speed;
    if (this.#scroller.scrollTop !== before) this.#onScroll();
    this.#frame = requestAnimationFrame(() => this.#step());
  }
}

function scrollerOf(inside: HTMLElement): HTMLElement {
  for (let at = inside.parentElement; at; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.documentElement;
}
