/** The rules about what a document rests on, by name, for whoever sorts findings without running the rules. */
import type { Finding } from './finding.ts';

/** Something wants a source that has none. */
const wanting = ['unsourced-figure', 'quotation-without-source'] as const;
/** Something is cited, and that is to be looked at. */
const cited = [
  'figure-not-in-citation',
  'quotation-differs',
  'source-missing',
  'source-marked-higher',
  'cited-words-lost',
  'cited-words-changed',
  'cited-words-moved',
  'source-changed',
  'source-superseded',
  'source-past-review',
  'source-unpublished',
  'source-contradicts',
  'source-without-text',
] as const;

export const evidenceRuleNames: readonly string[] = [...wanting, ...cited];
const wantingNames: ReadonlySet<string> = new Set(wanting);
const citedNames: ReadonlySet<string> = new Set(cited);

export function wantsSource({ rule }: Pick<Finding, 'rule'>): boolean {
  return wantingNames.has(rule);
}

export function isAboutCitation({ rule }: Pick<Finding, 'rule'>): boolean {
  return citedNames.has(rule);
}

/** Whether a finding is about what the document rests on. */
export function isOfEvidence(finding: Pick<Finding, 'rule'>): boolean {
  return wantsSource(finding) || isAboutCitation(finding);
}
