import type { Anchor } from '../../../../shared/evidence/facts.ts';
import { anchorWords } from './anchor-words.ts';

export function AnchorChip({ anchor }: { readonly anchor: Anchor }) {
  const { name, help, icon: Icon, attention } = anchorWords[anchor.state];
  return (
    <span className={attention ? 'chip attention' : 'chip'} title={help}>
      <Icon size={12} aria-hidden /> {name}
    </span>
  );
}
