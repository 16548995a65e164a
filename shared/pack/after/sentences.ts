/** The turns of phrase that minutes are made of. */
import { faultOfDate, sayDay } from '../deadlines/dates.ts';
import type { Naming } from './people.ts';
import type { Action, ItemRecord, Resolution, Vote } from './record.ts';

/** Paragraphs of what somebody typed: an empty line parts them. */
export function paragraphsOf(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

export function sentence(text: string): string {
  const words = text.trim();
  if (words === '') return '';
  return /[.!?…]["”’)]?$/.test(words) ? words : `${words.replace(/[;,:]+$/, '')}.`;
}

/** The date in words; as it stands where it is none. */
export function sayWhen(date: string): string {
  return faultOfDate(date) === null ? sayDay(date) : date;
}

/** What follows "RESOLVED: That", without "that", "RESOLVED" and full stop that somebody typed again. */
export function resolutionWords({ text }: Pick<Resolution, 'text'>): string {
  return text
    .trim()
    .replace(/^RESOLVED\s*[:–-]?\s*/i, '')
    .replace(/^that\b[,:]?\s*/i, '')
    .replace(/[.;,]+$/, '')
    .trim();
}

export function voteWords(vote: Vote, name: Naming): string {
  const { inFavour, against, abstained, named } = vote;
  const abstentions = `${abstained} abstention${abstained === 1 ? '' : 's'}`;
  const counts = `Voting: ${inFavour} in favour, ${against} against, ${abstentions}.`;
  if (named.length === 0) return counts;
  const groups = [
    ['For', 'for'],
    ['Against', 'against'],
    ['Abstained', 'abstained'],
  ] as const;
  const lists = groups.flatMap(([label, how]) => {
    const names = named.filter((each) => each.vote === how).map((each) => name(each.name));
    return names.length === 0 ? [] : [`${label}: ${names.join(', ')}.`];
  });
  return `${counts} A recorded vote was taken. ${lists.join(' ')}`;
}

export function proposedWords({ mover, seconder }: ItemRecord, name: Naming): string {
  if (mover.trim() === '') return '';
  const seconded = seconder.trim() === '' ? '' : ` and seconded by ${name(seconder)}`;
  return `Proposed by ${name(mover)}${seconded}.`;
}

/** "Write to the board", also where somebody typed "to write to the board." */
export function taskWords(what: Action['what']): string {
  return capital(
    what
      .trim()
      .replace(/^to\s+/i, '')
      .replace(/[.;,]+$/, ''),
  );
}

/** "Write to the board (Ada Quill, by Friday 28 February 2025)." */
export function actionWords({ what, owner, due }: Action): string {
  const task = taskWords(what);
  const who = [owner.trim(), due === '' ? '' : `by ${sayWhen(due)}`]
    .filter((words) => words !== '')
    .join(', ');
  return who === '' ? `${task}.` : `${task} (${who}).`;
}

/** Lower case at the start, but not of what is a name or an abbreviation. */
export function lowerFirst(text: string): string {
  return /^[A-Z][a-z]+\b/.test(text) && !/^[A-Z][a-z]+\s+[A-Z]/.test(text)
    ? `${text.charAt(0).toLowerCase()}${text.slice(1)}`
    : text;
}

const outcomeSentences = {
  resolved: '',
  noted: 'The item was noted.',
  deferred: 'The item was deferred to a later meeting.',
  withdrawn: 'The item was withdrawn.',
  notReached: 'The item was not reached.',
} as const;

export function outcomeWords({ outcome }: ItemRecord): string {
  return outcome === null ? '' : outcomeSentences[outcome];
}

export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
