/** Why a Word file that we wrote withholds passages: in its own properties, which Word shows and keeps. */

import { type Exemption, exemptionSchema } from '../../../shared/pack/exemption.ts';
import { EXEMPTION_PROPERTY } from '../../../shared/print/word-styles.ts';
import type { WordPackage } from './package.ts';
import { elements, parseXml, textOf } from './xml.ts';

/** More reasons no report has. */
const MOST = 200;

/** Those that are not as we write them are left out. */
export async function readKeptExemptions(pack: WordPackage): Promise<Exemption[]> {
  const text = await pack.read('docProps/custom.xml');
  if (!text?.includes(EXEMPTION_PROPERTY)) return [];
  return [...elements(parseXml(text))]
    .filter(({ attributes }) => attributes['name']?.startsWith(EXEMPTION_PROPERTY) === true)
    .slice(0, MOST)
    .flatMap((property) => exemptionIn(textOf(property)) ?? []);
}

function exemptionIn(words: string): Exemption | null {
  try {
    return exemptionSchema.parse(JSON.parse(words));
  } catch {
    return null;
  }
}
