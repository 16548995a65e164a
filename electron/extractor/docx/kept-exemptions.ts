/** Why a Word file that we wrote withholds passages: in its own properties, which Word shows and keeps. */

import { type Exemption, exemptionSchema } from '../../../shared/pack/exemption.ts';
import { EXEMPTION_PROPERTY } from '../../../shared/print/word-styles.ts';
import type { WordPackage } from './package.ts';
import { elements, parseXml, textOf } from './xml.ts';

/** More reasons no report has. */
const MOST = 200;

/** In the order of their numbers, which the marks count in. Those that are not as we write them are left out. */
export async function readKeptExemptions(pack: WordPackage): Promise<Exemption[]> {
  const text = await pack.read('docProps/custom.xml');
  if (!text?.includes(EXEMPTION_PROPERTY)) return [];
  return [...elements(parseXml(text))]
    .filter(({ attributes }) => attributes['name']?.startsWith(EXEMPTION_PROPERTY) === true)
    .slice(0, MOST)
    .sort((one, other) => numberOf(one) - numberOf(other))
    .flatMap((property) => exemptionIn(textOf(property)) ?? []);
}

/** One that somebody has renamed comes last. */
function numberOf({ attributes }: { readonly attributes: Readonly<Record<string, string>> }): number {
  const number = Number(attributes['name']?.slice(EXEMPTION_PROPERTY.length));
  return Number.isInteger(number) ? number : Number.MAX_SAFE_INTEGER;
}

function exemptionIn(words: string): Exemption | null {
  try {
    return exemptionSchema.parse(JSON.parse(words));
  } catch {
    return null;
  }
}
