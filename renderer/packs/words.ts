/** What kinds, purposes and states of meetings and papers are called. */
import { CircleHelp, Clock, FileText, FileType, type LucideIcon, ScrollText } from 'lucide-react';
import type { PaperFacts, PaperState } from '../../shared/contract/meeting-calls.ts';
import type { AgendaItem, Paper } from '../../shared/pack/meeting.ts';
import { pagesWords } from './agenda/page-totals.ts';

export const purposeNames: Readonly<Record<NonNullable<AgendaItem['purpose']>, string>> = {
  decision: 'Decision',
  discussion: 'Discussion',
  noting: 'Noting',
};

const fileKindNames = { pdf: 'PDF', word: 'Word', text: 'Text', despatch: 'Despatch file' } as const;

export function paperIcon({ source }: Paper, state: PaperState | undefined): LucideIcon {
  if (source.type === 'toFollow') return Clock;
  if (source.type === 'document') return ScrollText;
  if (state?.kind === 'pdf') return FileText;
  return state?.kind === undefined || state.kind === null ? CircleHelp : FileType;
}

/** "PDF, 12 pages, 240 kB", "Document, 6 pages", "To follow". */
export function paperSourceWords(
  { source, title }: Paper,
  state: PaperState | undefined,
  facts: PaperFacts | undefined,
): string {
  if (source.type === 'toFollow') return 'To follow';
  if (source.type === 'document') {
    const name = state?.name ?? '';
    return parts(['Document', name === title ? '' : name, pagesWords(facts)]);
  }
  const kind = state?.kind ? fileKindNames[state.kind] : 'File';
  const bytes = state?.bytes ?? null;
  return parts([kind, pagesWords(facts), bytes === null ? '' : sizeWords(bytes)]);
}

function parts(words: readonly string[]): string {
  return words.filter((word) => word !== '').join(', ');
}

/** What keeps a paper out of the pack, in two words; null: nothing. */
export function paperProblem(state: PaperState | undefined): string | null {
  if (state?.state === 'binned') return 'In the bin';
  if (state?.state === 'missing') return 'Missing';
  return null;
}

export function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
