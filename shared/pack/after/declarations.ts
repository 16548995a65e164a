/** Declarations of interest, in the words of the codes of conduct. */
import type { Naming } from './people.ts';
import type { Declaration, InterestKind } from './record.ts';

export const interestWords: Readonly<Record<InterestKind, string>> = {
  disclosablePecuniary: 'a disclosable pecuniary interest',
  otherRegistrable: 'an other registrable interest',
  nonRegistrable: 'a non-registrable interest',
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
  const granted =
    dispensation.trim() === ''
      ? ''
      : ` A dispensation had been granted: ${dispensation.trim().replace(/\.+$/, '')}.`;
  if (leftRoom) return `${declared} and left the room while the item was considered.${granted}`;
  return `${declared} and remained in the room.${granted}`;
}

export const noDeclarations = 'There were no declarations of interest.';
