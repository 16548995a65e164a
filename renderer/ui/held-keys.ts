/**
 * What is typed between a key that opens a field and the field that takes it: held for the field, because it would
 * land in the text where the focus still is.
 */

/** Whatever was to open has failed by then, and the keys are the text's again. */
const LONGEST_MS = 2000;

let release: (() => string) | null = null;

/** From now on, until `takeHeldKeys`, characters go nowhere else. */
export function holdKeys(): void {
  release?.();
  let typed = '';
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, altKey, metaKey, isComposing } = event;
    if (ctrlKey || altKey || metaKey || isComposing) return;
    if (key.length === 1) typed += key;
    else if (key === 'Backspace') typed = typed.slice(0, -1);
    else if (key !== 'Enter') return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', onKeyDown, { capture: true });
  const giveUp = setTimeout(() => release?.(), LONGEST_MS);
  release = () => {
    window.removeEventListener('keydown', onKeyDown, { capture: true });
    clearTimeout(giveUp);
    release = null;
    return typed;
  };
}

/** Lets the keys go again. @returns the characters held. */
export function takeHeldKeys(): string {
  return release?.() ?? '';
}
