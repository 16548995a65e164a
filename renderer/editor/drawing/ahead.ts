/**
 * The browser lays out a section whole when it comes near the window, and paints what is in sight within the same frame.
 * The neighbours of a section that is near are laid out ahead of that, while nobody waits for a frame.
 */
import { sectionBeside } from './gatherings.ts';
import { isUndrawn } from './undrawn.ts';

export function layOutAhead(root: HTMLElement): () => void {
  const done = new WeakSet<Element>();
  const next: Element[] = [];
  let idle: number | null = null;
  const work = () => {
    // Asked for a place in it, the browser lays out what it otherwise passes over.
    next.shift()?.lastElementChild?.getBoundingClientRect();
    idle = next.length === 0 ? null : requestIdleCallback(work);
  };
  const come = (event: Event) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || !target.matches('.sheet-section')) return;
    if ((event as ContentVisibilityAutoStateChangeEvent).skipped) return;
    done.add(target);
    for (const side of ['behind', 'before'] as const) {
      const neighbour = sectionBeside(target, side);
      if (!(neighbour instanceof HTMLElement) || done.has(neighbour) || isUndrawn(neighbour)) continue;
      done.add(neighbour);
      next.push(neighbour);
    }
    if (next.length > 0) idle ??= requestIdleCallback(work);
  };
  root.addEventListener('contentvisibilityautostatechange', come, { capture: true });
  return () => {
    root.removeEventListener('contentvisibilityautostatechange', come, { capture: true });
    if (idle !== null) cancelIdleCallback(idle);
  };
}
