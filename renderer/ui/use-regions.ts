import { type RefObject, useEffect, useMemo } from 'react';

export type Region = 'bar' | 'navigator' | 'sheet' | 'inspector' | 'status';

const FOCUSABLE = 'button:not([disabled]), [tabindex="0"]:not([role="separator"])';

/** Where one arrives: at what is current, in a list at its row, or at the first thing that takes the focus. */
function entryOf(region: HTMLElement): HTMLElement | null {
  const row = region.querySelector<HTMLElement>('[role="row"]:has([aria-current])');
  return row ?? region.querySelector<HTMLElement>(`[role="row"], button[aria-current], ${FOCUSABLE}`);
}

/** F6 walks through the parts of the window, as it does in Word and Windows. */
export function useRegions(sheet: RefObject<{ focus(): void } | null>): { focus(region: Region): void } {
  const enter = useMemo(
    () => (element: HTMLElement) => {
      if (element.dataset['region'] === 'sheet') sheet.current?.focus();
      else entryOf(element)?.focus();
    },
    [sheet],
  );

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
      const now = regions.findIndex((region) => region.contains(document.activeElement));
      const next = regions.at((now + (event.shiftKey ? -1 : 1)) % regions.length);
      if (next) enter(next);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [enter]);

  return useMemo(
    () => ({
      focus(region) {
        // The column may have been closed and is drawn in the next frame.
        requestAnimationFrame(() => {
          const element = document.querySelector<HTMLElement>(`[data-region="${region}"]`);
          if (element) enter(element);
        });
      },
    }),
    [enter],
  );
}
