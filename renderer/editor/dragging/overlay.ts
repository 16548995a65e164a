/** The grip in the gutter, the line where a drop would go, and the reason why it may not; drawn over the sheet. */

/** Lines of lucide's grip-vertical (ISC), which React draws elsewhere. */
const GRIP =
  '<svg viewBox="0 0 24 24" width="16" height="16" aria-hidden="true"><g fill="currentColor"><circle cx="9" cy="5" r="1.6"/><circle cx="9" cy="12" r="1.6"/><circle cx="9" cy="19" r="1.6"/><circle cx="15" cy="5" r="1.6"/><circle cx="15" cy="12" r="1.6"/><circle cx="15" cy="19" r="1.6"/></g></svg>';

export class Overlay {
  readonly grip = document.createElement('div');
  readonly #line = document.createElement('div');
  readonly #reason = document.createElement('div');
  readonly #root: HTMLElement;
  readonly #frame: HTMLElement;

  constructor(root: HTMLElement, frame: HTMLElement) {
    this.#root = root;
    this.#frame = frame;
    this.grip.className = 'sheet-grip';
    this.grip.title = 'Drag to move, click for the menu';
    // Alt with the arrows, “Move to…” and the outline are the ways for those without a mouse.
    this.grip.setAttribute('aria-hidden', 'true');
    const icon = new DOMParser().parseFromString(
      GRIP.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" '),
      'image/svg+xml',
    ).documentElement;
    this.grip.append(document.importNode(icon, true));
    this.#line.className = 'sheet-drop';
    this.#reason.className = 'sheet-drop-reason';
    this.#line.append(this.#reason);
    this.hideGrip();
    this.hideLine();
    frame.append(this.grip, this.#line);
  }

  /** The page may be zoomed; what is set in style is not. */
  #toFrame(y: number): number {
    const { top, height } = this.#frame.getBoundingClientRect();
    const zoom = height / (this.#frame.offsetHeight || 1) || 1;
    return (y - top) / zoom;
  }

  showGrip(block: HTMLElement): void {
    const { top } = block.getBoundingClientRect();
    this.grip.style.top = `${this.#toFrame(top)}px`;
    this.grip.hidden = false;
  }

  hideGrip(): void {
    this.grip.hidden = true;
  }

  /** @param y in pixels of the window. */
  showLine(y: number, refusal: string | null): void {
    this.#line.style.top = `${this.#toFrame(y)}px`;
    this.#line.hidden = false;
    this.#line.dataset['refused'] = String(refusal !== null);
    this.#reason.textContent = refusal ?? '';
    this.#root.dataset['dropRefused'] = String(refusal !== null);
  }

  hideLine(): void {
    this.#line.hidden = true;
    delete this.#root.dataset['dropRefused'];
  }

  remove(): void {
    this.grip.remove();
    this.#line.remove();
  }
}
