/** Short notices, kept out of the way of typing and of buttons, and announced to screen readers. */
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import {
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { Button, IconButton } from './button.tsx';

export interface Notice {
  readonly tone: 'info' | 'done' | 'error';
  readonly title: string;
  readonly body?: string;
  /** Until it is dismissed or taken away; errors do so anyway. */
  readonly stays?: boolean;
  readonly actions?: readonly { readonly label: string; readonly run: () => void }[];
}

/** Long enough to read and to reach by keyboard; hovering or focusing stops the clock. */
const SHOWN_MS = 10_000;
const queue = new ToastQueue<Notice>({ maxVisibleToasts: 3 });

/** @returns a function that takes the notice away. */
export function notify(notice: Notice): () => void {
  const stays = notice.stays ?? notice.tone === 'error';
  const key = queue.add(notice, stays ? {} : { timeout: SHOWN_MS });
  return () => queue.close(key);
}

const icons = { info: Info, done: CircleCheck, error: CircleAlert };

export function Toasts() {
  return (
    <ToastRegion queue={queue} className="toasts" aria-label="Notices">
      {({ toast }) => {
        const { tone, title, body, actions = [] } = toast.content;
        const Icon = icons[tone];
        return (
          <Toast toast={toast} className={`toast ${tone}`}>
            <Icon size={16} aria-hidden />
            <div className="toast-content">
              <ToastContent>
                <Text slot="title">
                  <strong>{title}</strong>
                </Text>
                {body ? (
                  <Text slot="description" elementType="p">
                    {body}
                  </Text>
                ) : null}
              </ToastContent>
              {actions.length > 0 ? (
                <div className="toast-actions">
                  {actions.map(({ label, run }) => (
                    <Button
                      key={label}
                      look="link"
                      onPress={() => {
                        queue.close(toast.key);
                        run();
                      }}
                    >
                      {label}
                    </Button>
                  ))}
                </div>
              ) : null}
            </div>
            <IconButton label="Dismiss" slot="close">
              <X size={16} aria-hidden />
            </IconButton>
          </Toast>
        );
      }}
    </ToastRegion>
  );
}
