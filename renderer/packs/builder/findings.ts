/** What the check of the pack says of a meeting, an item or a paper. */
export interface PackFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly message: string;
  readonly item: { readonly id: string; readonly number: string; readonly title: string } | null;
  readonly paper: { readonly id: string; readonly title: string } | null;
}
