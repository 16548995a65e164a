/** Authors as files write them, taken apart as CSL has them. */
import type { CslName } from '../../../shared/evidence/source.ts';
import { oneLine } from './lines.ts';

const organisation =
  /\b(?:agency|assembly|association|authority|board|bank|bureau|cabinet|centre|college|commission|commissioner|committee|company|consulting|consultants|council|department|directorate|division|executive|force|foundation|government|group|hm|hospital|inc|inspectorate|institute|laboratory|limited|llp|ltd|ministry|nhs|office|ofsted|organisation|parliament|partners|partnership|plc|police|secretariat|service|services|society|statistics|team|treasury|trust|union|unit|university|uk|gov\.uk)\b/i;

export function isOrganisation(name: string): boolean {
  return organisation.test(name);
}

/** What programs write where nobody told them a name. */
const nobody = /^(?:unknown|anonymous|author|user|admin(?:istrator)?|owner|none|n\/?a|\(.*\)|\d+|-+|\.+)$/i;

function nameOf(text: string): CslName {
  if (isOrganisation(text)) return { literal: text };
  const turned = /^([^,]{1,60}),\s*([^,]{1,60})$/.exec(text);
  if (turned?.[1] && turned[2]) return { family: turned[1].trim(), given: turned[2].trim() };
  const words = text.split(' ');
  const family = words.at(-1);
  if (words.length < 2 || words.length > 4 || family === undefined) return { literal: text };
  if (!words.every((word) => /^\p{Lu}/u.test(word)) || /[\d@/\\]/.test(text)) return { literal: text };
  return { family, given: words.slice(0, -1).join(' ') };
}

/** One name or several, parted by ";", "&" or "and". Names of users and programs are left out. */
export function readNames(text: string): CslName[] {
  const all = oneLine(text);
  // "Department for Levelling Up, Housing and Communities" is one.
  const parts = isOrganisation(all) ? all.split(';') : all.split(/;|\s+(?:and|&)\s+/);
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '' && part.length <= 300 && !nobody.test(part))
    .slice(0, 50)
    .map(nameOf);
}

/** @returns the organisation among the names, if there is exactly one. */
export function publisherOf(names: readonly CslName[]): string | null {
  const found = names.flatMap(({ literal }) =>
    literal !== undefined && isOrganisation(literal) ? [literal] : [],
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}
