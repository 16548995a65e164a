import { CircleAlert, Lock } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { explain } from '../../shared/contract/messages.ts';
import { notifyFailure } from '../app/failures.ts';
import { Button } from '../ui/button.tsx';
import type { SaveState } from './autosave.ts';

interface Props {
  readonly unknownParts: readonly string[];
  readonly saveState: SaveState;
  readonly onRetry: () => void;
  readonly onOverwrite: () => Promise<void>;
  readonly onReopen: () => void;
}

/** What stands between the writer and the disk, said where it cannot be overlooked. */
export function Banners({ unknownParts, saveState, onRetry, onOverwrite, onReopen }: Props) {
  if (unknownParts.length > 0) {
    return (
      <Banner tone="note" actions={null}>
        <strong>Read only.</strong> A newer version of Despatch wrote parts of this document that this version
        does not know ({unknownParts.join(', ')}). Nothing is lost; open it there to write in it or to export
        it.
      </Banner>
    );
  }
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
  if (saveState.status === 'conflict') return <Conflict onOverwrite={onOverwrite} onReopen={onReopen} />;
  return null;
}

function Conflict({ onOverwrite, onReopen }: Pick<Props, 'onOverwrite' | 'onReopen'>) {
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
      <strong>Changed elsewhere.</strong> This document was saved by another program while you were writing.
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

function Banner({ tone, actions, children }: BannerProps) {
  const Icon = tone === 'error' ? CircleAlert : Lock;
  return (
    <div className={`banner ${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <Icon size={16} aria-hidden />
      <p>{children}</p>
      {actions ? <div className="banner-actions">{actions}</div> : null}
    </div>
  );
}
