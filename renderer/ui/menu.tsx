import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuTrigger,
  Popover,
  type PopoverProps,
  Separator,
} from 'react-aria-components';

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactNode;
  readonly label: string;
  readonly placement?: PopoverProps['placement'];
  readonly children: ReactNode;
}

export function Menu({ trigger, label, placement = 'bottom start', children }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover" placement={placement} offset={4}>
        <AriaMenu className="menu" aria-label={label}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

interface MenuItemProps {
  readonly label: string;
  readonly onAction: () => void;
  readonly icon?: ReactNode;
  readonly shortcut?: string | undefined;
  /** Shows a tick: this is how it stands now. */
  readonly current?: boolean;
  readonly isDisabled?: boolean;
}

export function MenuItem({ label, onAction, icon, shortcut, current, isDisabled = false }: MenuItemProps) {
  return (
    <AriaMenuItem
      className="menu-item"
      textValue={current ? `${label}, current` : label}
      onAction={onAction}
      isDisabled={isDisabled}
    >
      <span>{current ? <Check size={14} aria-hidden /> : icon}</span>
      <span>{label}</span>
      {shortcut ? <kbd>{shortcut}</kbd> : null}
    </AriaMenuItem>
  );
}

export function MenuSeparator() {
  return <Separator className="menu-separator" />;
}
