/** Declarations of interest, in the words of the codes of conduct, whose capitals keep “an Other Registrable Interest” a name. */
import type { Naming } from './people.ts';
import type { Declaration, InterestKind } from './record.ts';
import { lowerFirst } from './sentences.ts';

export const interestWords: Readonly<Record<InterestKind, string>> = {
  disclosablePecuniary: 'a Disclosable Pecuniary Interest',
  otherRegistrable: 'an Other Registrable Interest',
  nonRegistrable: 'a Non-Registrable Interest',
  personal: 'a personal interest',
  prejudicial: 'a personal and prejudicial interest',
  other: 'an interest',
};

function because(nature: string): string {
  const words = nature.trim().replace(/\.+$/, '');
  return words === '' ? '' : ` (${words})`;
}

/**
 * One sentence or two in the past tense.
 * @param number of the item as printed; null: it bears on none in particular.
 */
export function declarationWords(declaration: Declaration, number: string | null, name: Naming): string {
  const { member, kind, nature, leftRoom, dispensation } = declaration;
  const called = name(member);
  const on = number === null ? '' : ` in item ${number}`;
  const declared = `${called} declared ${interestWords[kind]}${on}${because(nature)}`;
  // Clerks write "granted by the Monitoring Officer" as often as "the Monitoring Officer, on 3 January".
  const words = dispensation.trim().replace(/\.+$/, '');
  const granted = /^granted\b/i.test(words)
    ? ` A dispensation had been ${lowerFirst(words)}.`
    : ` A dispensation had been granted: ${words}.`;
  const excused = words === '' ? '' : granted;
  if (leftRoom) return `${declared} and left the room while the item was considered.${excused}`;
  return `${declared} and remained in the room.${excused}`;
}

export const noDeclarations = 'There were no declarations of interest.';
