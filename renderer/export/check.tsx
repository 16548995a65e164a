import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';

interface Props {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children: ReactNode;
}

export function Check({ isSelected, onChange, children }: Props) {
  return (
    <Checkbox className="export-check" isSelected={isSelected} onChange={onChange}>
      <span className="export-box" aria-hidden />
      {children}
    </Checkbox>
  );
}
