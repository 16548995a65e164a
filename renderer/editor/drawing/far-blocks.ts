/**
 * The blocks of a section are laid out together as soon as any of it is in the window, and of forty paragraphs some
 * eight are: the words of the others need not be measured before the first frame. The browser lays such a block out by
 * itself when it comes into sight, but then cuts off what stands beside it in the margin, so none stays so for long.
 */

const FAR = 'data-far';
/** Pixels of a line and characters in it, as in editor.css; a block is at least so high, whatever its kind. */
const LINE = 24;
const CHARACTERS = 70;
/** Heights of the window that are laid out at once. */
const HEIGHTS = 1.5;

export class FarBlocks {
  readonly #far: Element[] = [];

  /** Call before the sheet is laid out for the first time. */
  constructor(sheet: HTMLElement) {
    let room = innerHeight * HEIGHTS;
    for (const section of sheet.children) {
      for (const block of section.children) {
        if (room < 0) {
          block.setAttribute(FAR, '');
          this.#far.push(block);
        }
        room -= LINE * Math.ceil((block.textContent ?? '').length / CHARACTERS);
      }
    }
  }

  get isEmpty(): boolean {
    return this.#far.length === 0;
  }

  /** Lays so many out like all others, in reading order. */
  release(count: number): void {
    for (const block of this.#far.splice(0, count)) block.removeAttribute(FAR);
  }
}
