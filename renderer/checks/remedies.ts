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
