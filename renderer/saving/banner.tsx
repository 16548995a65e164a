import './saving.css';
import { CircleAlert, Lock } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { explain } from '../../shared/contract/messages.ts';
import { notifyFailure } from '../app/failures.ts';
import { Button } from '../ui/button.tsx';
import type { SaveState } from './saving.ts';

interface Props {
  /** What is not saved: "document". */
  readonly what: string;
  readonly saveState: SaveState;
  readonly onRetry: () => void;
  readonly onOverwrite: () => Promise<void>;
  readonly onReopen: () => void;
}

/** What stands between the writer and the disk, said where it cannot be overlooked. */
export function SaveBanner({ what, saveState, onRetry, onOverwrite, onReopen }: Props) {
  if (saveState.status === 'failed') {
    const { why, next } = explain(saveState.error);
    return (
      <Banner
        tone="error"
        actions={
          <Button look="outlined" onPress={onRetry}>
            Save now
          </Button>
        }
      >
        <strong>Not saved.</strong> {why} {next} Your words stay in this window, and Despatch goes on trying.
      </Banner>
    );
  }
  if (saveState.status === 'conflict')
    return <Conflict what={what} onOverwrite={onOverwrite} onReopen={onReopen} />;
  return null;
}

function Conflict({ what, onOverwrite, onReopen }: Pick<Props, 'what' | 'onOverwrite' | 'onReopen'>) {
  const [busy, setBusy] = useState(false);
  const overwrite = async () => {
    setBusy(true);
    await onOverwrite().catch(notifyFailure);
    setBusy(false);
  };
  return (
    <Banner
      tone="error"
      actions={
        <>
          <Button look="outlined" isDisabled={busy} onPress={() => void overwrite()}>
            Keep my version
          </Button>
          <Button look="outlined" isDisabled={busy} onPress={onReopen}>
            Show the other version
          </Button>
        </>
      }
    >
      <strong>Changed elsewhere.</strong> This {what} was saved by another program while you were writing.
      Nothing of yours is saved until you choose: your version replaces the other one, or the other one is
      shown and what you wrote since is dropped.
    </Banner>
  );
}

interface BannerProps {
  readonly tone: 'note' | 'error';
  readonly actions: ReactNode;
  readonly children: ReactNode;
}

export function Banner({ tone, actions, children }: BannerProps) {
  const Icon = tone === 'error' ? CircleAlert : Lock;
  return (
    <div className={`banner ${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <Icon size={16} aria-hidden />
      <p>{children}</p>
      {actions ? <div className="banner-actions">{actions}</div> : null}
    </div>
  );
}
