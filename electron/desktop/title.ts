import type { WindowState } from '../../shared/contract/desktop.ts';

/** The document first, because a task bar shows only the beginning; a dot before it while words are not on disk. */
export function windowTitle({ title, saved, documentOpen, meetingOpen }: WindowState): string {
  if (!documentOpen && !meetingOpen) return 'Despatch';
  const name = title.trim() === '' ? 'Untitled' : title.trim();
  return saved ? `${name} – Despatch` : `• ${name} (not saved yet) – Despatch`;
}
