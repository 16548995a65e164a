import type { CSSProperties, ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons, the one that Enter should mean last. */
  readonly actions: ReactNode;
  readonly onClose: () => void;
  /** In pixels; narrower where the window is. */
  readonly width?: number;
  /** alertdialog: something went wrong or needs a decision. */
  readonly role?: 'dialog' | 'alertdialog';
  /** Only to be read: the arrow keys must be able to scroll it. */
  readonly scrolls?: boolean;
}

/** A modal dialog that is open as long as it is rendered. */
export function Dialog({
  title,
  children,
  actions,
  onClose,
  width = 480,
  role = 'dialog',
  scrolls = false,
}: Props) {
  return (
    <ModalOverlay
      isOpen
      isDismissable={role === 'dialog'}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className="scrim"
    >
      <Modal className="modal" style={{ '--dialog-width': `${width}px` } as CSSProperties}>
        <AriaDialog className="dialog" role={role}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {scrolls ? (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: with nothing to focus in it, keys could not scroll it.
            <section className="dialog-body" aria-label={title} tabIndex={0}>
              {children}
            </section>
          ) : (
            <div className="dialog-body">{children}</div>
          )}
          <div className="dialog-actions">{actions}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
