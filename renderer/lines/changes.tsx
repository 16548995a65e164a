import './lines.css';
import { useMemo } from 'react';
import { wordChanges } from '../../shared/evidence/word-changes.ts';

interface Props {
  readonly before: string;
  readonly after: string;
}

/** Which words went and which came, as in a letter that was corrected. */
export function Changes({ before, after }: Props) {
  const changes = useMemo(() => wordChanges(before, after), [before, after]);
  return (
    <p className="line-changes">
      {changes.map(({ text, is }, at) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no other name than their place.
        if (is === 'removed') return <del key={at}>{text}</del>;
        // biome-ignore lint/suspicious/noArrayIndexKey: the same.
        if (is === 'added') return <ins key={at}>{text}</ins>;
        return text;
      })}
    </p>
  );
}
