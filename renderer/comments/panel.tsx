import './comments.css';
import { MessageSquarePlus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { blockNames } from '../../shared/document/block-names.ts';
import { keysFor } from '../app/shortcuts.ts';
import { Button } from '../ui/button.tsx';
import { useDesk } from '../writing/desk.ts';
import { useComments } from './comments.ts';
import { Composer } from './composer.tsx';
import { ThreadCard } from './thread-card.tsx';

type Shown = 'open' | 'resolved';

export function CommentsPanel() {
  const { document, numbers, readOnly } = useDesk();
  const { placed, current, draft, begin, finish, giveUp } = useComments();
  const [shown, setShown] = useState<Shown>('open');
  const places = useMemo(() => blockNames(document, numbers), [document, numbers]);
  const open = (placed ?? []).filter(({ thread }) => thread.resolved === null);
  const resolved = (placed ?? []).filter(({ thread }) => thread.resolved !== null);
  const list = shown === 'open' ? open : resolved;

  return (
    <div className="comments">
      <div className="comments-head">
        <ToggleButtonGroup
          aria-label="Which comments"
          className="segments"
          disallowEmptySelection
          selectionMode="single"
          selectedKeys={[shown]}
          onSelectionChange={(keys) => setShown([...keys][0] as Shown)}
        >
          <ToggleButton id="open" className="segment">
            Open {open.length}
          </ToggleButton>
          <ToggleButton id="resolved" className="segment">
            Resolved {resolved.length}
          </ToggleButton>
        </ToggleButtonGroup>
        <Button onPress={begin} aria-label="Add a comment on the selected words or the block">
          <MessageSquarePlus size={14} aria-hidden /> Add
        </Button>
      </div>
      {draft ? (
        <div className="thread" aria-current>
          <p className="thread-place">
            <span>{places.get(draft.place.blockId) ?? ''}</span>
            {draft.place.quote === null ? null : <q>{draft.place.quote}</q>}
          </p>
          <Composer label="Comment" action="Comment" onSend={finish} onCancel={giveUp} />
        </div>
      ) : null}
      {list.length > 0 ? (
        <ul aria-label={shown === 'open' ? 'Open comments' : 'Resolved comments'}>
          {list.map((one) => (
            <ThreadCard
              key={one.thread.id}
              placed={one}
              place={places.get(one.blockId ?? '') ?? ''}
              current={one.thread.id === current && draft === null}
            />
          ))}
        </ul>
      ) : null}
      {placed !== null && list.length === 0 && draft === null ? (
        <div className="empty">
          <h2>{shown === 'open' ? 'No open comments' : 'Nothing resolved yet'}</h2>
          <p>
            {shown === 'resolved'
              ? 'Comments that were dealt with wait here, and can be reopened.'
              : readOnly
                ? `Put the caret in a block and press ${keysFor('add-comment')}.`
                : `Select words, or put the caret in a block, and press ${keysFor('add-comment')}. Comments are never exported unless you ask for it.`}
          </p>
        </div>
      ) : null}
    </div>
  );
}
