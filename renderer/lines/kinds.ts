/** What kinds of standing lines look like; their names stand in `shared/lines/line.ts`. */
import {
  Info,
  List,
  type LucideIcon,
  MessageCircleQuestionMark,
  MessageSquareQuote,
  UserRound,
} from 'lucide-react';
import type { LineKind } from '../../shared/lines/line.ts';

export const lineKindIcons: Readonly<Record<LineKind, LucideIcon>> = {
  lineToTake: MessageSquareQuote,
  likelyQuestion: MessageCircleQuestionMark,
  point: List,
  person: UserRound,
  fact: Info,
};
