/** What kinds of standing lines look like; their names stand in `shared/lines/line.ts`. */
import { Info, List, type LucideIcon, MessageSquareQuote, UserRound } from 'lucide-react';
import type { LineKind } from '../../shared/lines/line.ts';

export const lineKindIcons: Readonly<Record<LineKind, LucideIcon>> = {
  lineToTake: MessageSquareQuote,
  point: List,
  person: UserRound,
  fact: Info,
};
