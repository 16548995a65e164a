/** `--evidence` and `--style`: how the sources of a document are printed with it. */
import { isShippedStyle } from '../../shared/evidence/citation-styles.ts';
import { defaultEvidence, type EvidenceChoice } from '../../shared/evidence/evidence-choice.ts';
import type { StyleChoice } from '../library/evidence/csl/index.ts';
import type { Command } from './arguments.ts';

export interface AskedEvidence {
  readonly choice: Omit<EvidenceChoice, 'style'>;
  readonly style: StyleChoice;
}

/**
 * Reads the style at once, so that a poor one is told before anything is done.
 * @throws DespatchError `style.invalid`, `input.*`
 */
export async function askedEvidence({ evidence, style }: Command['options']): Promise<AskedEvidence> {
  const { style: usual, ...choice } = defaultEvidence;
  return {
    choice: { ...choice, form: (evidence as EvidenceChoice['form'] | undefined) ?? choice.form },
    style: await styleOf(style ?? usual),
  };
}

async function styleOf(given: string): Promise<StyleChoice> {
  if (isShippedStyle(given)) return given;
  // In this process, which does nothing else and may die for it.
  const { readStyleFile } = await import('../extractor/csl/read-style.ts');
  return readStyleFile(given);
}
