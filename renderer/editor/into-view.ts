/** Bringing a place into the middle of what is seen. */

/** Frames within which a section that comes near is drawn and gets its real height. */
const SETTLING = 5;

/**
 * What is near is glided to, unless the system asks for stillness. What is far is gone to at once: the sections on the
 * way have a guessed height until they come into sight, so that a gliding view would stop far from its target; and it
 * is gone to again where heights that were guessed have carried it off. What is higher than the view shows its beginning.
 * @param glides false: nobody has seen any other place yet.
 */
export function comeIntoView(element: Element, glides = true): void {
  const still = !glides || matchMedia('(prefers-reduced-motion: reduce)').matches;
  const far = Math.abs(middleOf(element) - innerHeight / 2) > innerHeight;
  go(element, still || far ? 'auto' : 'smooth');
  if (far) stay(element, SETTLING);
}

function stay(element: Element, frames: number): void {
  requestAnimationFrame(() => {
    if (!isSeen(element)) go(element, 'auto');
    if (frames > 1) stay(element, frames - 1);
  });
}

function go(element: Element, behavior: ScrollBehavior): void {
  const high = element.getBoundingClientRect().height > innerHeight / 2;
  element.scrollIntoView({ block: high ? 'start' : 'center', behavior });
}

function middleOf(element: Element): number {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}

/** Whether it, or its beginning, is away from the edges of the window. */
function isSeen(element: Element): boolean {
  const { top, height } = element.getBoundingClientRect();
  const margin = innerHeight / 8;
  return height > 0 && top > 0 && top < innerHeight - margin;
}
