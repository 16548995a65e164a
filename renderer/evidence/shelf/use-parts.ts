import { useEffect } from 'react';

const FOCUSABLE =
  '[data-part-entry], button[aria-current], button:not([disabled]), input, textarea, [tabindex="0"]:not([role="separator"])';

/** F6 walks through the parts of the screen, as it does while writing. */
export function useParts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      const parts = [...document.querySelectorAll<HTMLElement>('[data-part]')];
      const now = parts.findIndex((part) => part.contains(document.activeElement));
      enter(parts.at((now + (event.shiftKey ? -1 : 1)) % parts.length));
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}

/** Where one arrives: at its list, at what is current, or at the first thing that takes the focus. */
function enter(part: HTMLElement | undefined): void {
  const wanted =
    part?.querySelector<HTMLElement>('[data-part-entry], button[aria-current], [role="row"][tabindex]') ??
    part?.querySelector<HTMLElement>(FOCUSABLE);
  wanted?.focus();
}
