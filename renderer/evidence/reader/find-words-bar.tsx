import { X } from 'lucide-react';
import { useId } from 'react';
import { FindField, type FindProps, FindTools, findKeys } from '../../reading/find/find-tools.tsx';
import { IconButton } from '../../ui/button.tsx';

interface Props extends FindProps {
  /** "3 of 12". */
  readonly count: string;
  readonly onClose: () => void;
}

export function FindWordsBar({ count, onClose, ...find }: Props) {
  const countId = useId();
  return (
    <search className="reader-find" aria-label="Find in the source" onKeyDown={findKeys(find, onClose)}>
      <FindField {...find} label="Find in the source" countId={countId} />
      <span id={countId} className="reader-find-count tabular" role="status">
        {count}
      </span>
      <FindTools {...find} />
      <IconButton label="Close the search" shortcut="Esc" onPress={onClose}>
        <X size={16} aria-hidden />
      </IconButton>
    </search>
  );
}
