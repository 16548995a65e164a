/** What opens beside a place of the window that is no element, such as the caret. */
import { type ReactNode, useRef } from 'react';
import { Popover } from 'react-aria-components';

interface Props {
  /** In pixels of the window. */
  readonly place: { readonly left: number; readonly top: number; readonly bottom: number };
  readonly className: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function PlacePopover({ place, className, onClose, children }: Props) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span
        ref={anchor}
        className="place-anchor"
        style={{ left: place.left, top: place.top, height: place.bottom - place.top }}
      />
      <Popover
        triggerRef={anchor}
        isOpen
        placement="bottom start"
        offset={6}
        className={`popover ${className}`}
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
      >
        {children}
      </Popover>
    </>
  );
}
