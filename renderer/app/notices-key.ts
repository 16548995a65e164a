import { useRef } from 'react';
import { useCommands } from './commands.tsx';

/** F8 goes to the newest notice, and from there back to where one was. */
export function NoticesKey() {
  const before = useRef<HTMLElement | null>(null);
  useCommands({
    notices() {
      const active = document.activeElement;
      if (active?.closest('.toasts')) {
        before.current?.focus();
        return;
      }
      const notice = document.querySelector<HTMLElement>('.toast');
      if (!notice) return;
      before.current = active instanceof HTMLElement ? active : null;
      (notice.querySelector<HTMLElement>('.toast-actions button') ?? notice).focus();
    },
  });
  return null;
}
