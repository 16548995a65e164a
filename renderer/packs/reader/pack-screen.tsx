import '../../reading/reading.css';
import './pack-reader.css';
import { useEffect } from 'react';
import type { MenuLists } from '../../../shared/contract/desktop.ts';
import { useCommands } from '../../app/commands.tsx';
import { FailureMessage } from '../../app/failure-message.tsx';
import { notifyFailure } from '../../app/failures.ts';
import { type Place, useServices } from '../../app/services.ts';
import { useMenuLists } from '../../app/use-menu-lists.ts';
import { PackReader } from './pack-reader.tsx';
import { usePack } from './use-pack.ts';

interface Props {
  readonly place: Extract<Place, { screen: 'pack' }>;
}

const noInsert: MenuLists['insert'] = [];

/** A pack to be read: by item, by page, by its words, with notes of one's own. */
export function PackScreen({ place }: Props) {
  const { desktop, go } = useServices();
  const { open, error, retry } = usePack(place.packId);
  const leave = () => void go({ screen: 'meeting', meetingId: place.meetingId }).catch(notifyFailure);
  useCommands({ 'close-document': leave, meetings: leave });
  const title = open?.pack.title ?? 'Pack';
  useEffect(() => {
    desktop.setWindowState({ title, saved: true, documentOpen: false, documentKind: null });
  }, [desktop, title]);
  useMenuLists(noInsert, title);

  if (error) {
    return (
      <main className="screen-message">
        <FailureMessage error={error} action="Try again" autoFocus onAction={retry} />
      </main>
    );
  }
  return (
    <main className="reader pack-reader" aria-label="Pack" aria-busy={open === null}>
      {open ? (
        <PackReader key={open.pack.id} open={open} onClose={leave} />
      ) : (
        <div className="reader-skeleton">
          <p className="reader-skeleton-bar" role="status">
            Opening the pack…
          </p>
          <div className="reader-skeleton-page" />
        </div>
      )}
    </main>
  );
}
