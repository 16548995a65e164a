import { useAgendaDesk } from '../desk.ts';

/** A dot for what the check of the pack found about a row, and how much; as in the outline of a document. */
export function FindingMark({ id }: { readonly id: string }) {
  const { findings } = useAgendaDesk();
  const own = (findings ?? []).filter(({ item, paper }) => (paper ? paper.id === id : item?.id === id));
  if (own.length === 0) return null;
  const worst = own.some(({ severity }) => severity === 'error')
    ? 'error'
    : own.some(({ severity }) => severity === 'warning')
      ? 'warning'
      : 'note';
  const words = `${own.length} ${own.length === 1 ? 'finding' : 'findings'}`;
  return <span role="img" aria-label={words} className={`finding-dot ${worst}`} title={words} />;
}
