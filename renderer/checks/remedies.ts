/** What can be done about findings at a press; features know how, the list only offers it. */
import type { Finding } from '../../shared/checks/finding.ts';

export interface Remedy {
  /** A verb, as on any button. */
  readonly label: string;
  run(): void;
}

export interface Remedies {
  /** null where only the writer can put it right. */
  of(finding: Finding): Remedy | null;
  /** For many findings at once. */
  readonly all: readonly Remedy[];
}

/** The remedies of several features as one; the first that has one for a finding is asked. */
export function allRemedies(features: readonly Remedies[]): Remedies {
  return {
    of(finding) {
      for (const feature of features) {
        const remedy = feature.of(finding);
        if (remedy) return remedy;
      }
      return null;
    },
    all: features.flatMap(({ all }) => all),
  };
}
