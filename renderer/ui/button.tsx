import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps, Tooltip, TooltipTrigger } from 'react-aria-components';

export type ButtonLook = 'plain' | 'primary' | 'outlined' | 'link';

interface Props extends Omit<ButtonProps, 'className' | 'children'> {
  readonly look?: ButtonLook;
  readonly children: ReactNode;
  readonly className?: string;
}

export function Button({ look = 'plain', className = '', ...props }: Props) {
  return <AriaButton {...props} className={`button ${look} ${className}`.trim()} />;
}

interface IconButtonProps extends Omit<ButtonProps, 'className' | 'children'> {
  /** What the button does: its accessible name and its tooltip. */
  readonly label: string;
  /** As a person would read it: "Ctrl+B". */
  readonly shortcut?: string | undefined;
  /** For a button that switches something on and off. */
  readonly pressed?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

export function IconButton({
  label,
  shortcut,
  pressed,
  className = '',
  children,
  ...props
}: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton
        {...props}
        className={`button icon ${className}`.trim()}
        aria-label={label}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      >
        {children}
      </AriaButton>
      <Tooltip className="tooltip" offset={6}>
        {label}
        {shortcut ? <kbd>{shortcut}</kbd> : null}
      </Tooltip>
    </TooltipTrigger>
  );
}
