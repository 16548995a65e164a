import './templates.css';
import { Plus, Search } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import * as z from 'zod';
import { notifyFailure } from '../app/failures.ts';
import { useIntake } from '../app/intake.tsx';
import { useServices } from '../app/services.ts';
import { useActiveOption } from '../palette/active-option.ts';
import { find } from '../palette/entries.ts';
import { OptionList } from '../palette/option-list.tsx';
import { OptionQuery } from '../palette/option-query.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useRemembered } from '../ui/remembered.ts';
import { type Choice, choicesOf } from './choices.ts';
import { type Content, Preview } from './preview.tsx';
import { useOffer } from './use-offer.ts';

/** What a new document begins from: type, choose with the arrows, Enter. */
export default function NewDialog({ onClose }: { onClose: () => void }) {
  const { client, go } = useServices();
  const intake = useIntake();
  const { offer, add, remove } = useOffer();
  const listId = useId();
  const [query, setQuery] = useState('');
  const [guidance, setGuidance] = useRemembered('new.guidance', z.boolean(), true);
  const [content, setContent] = useState<Content>('cleared');
  const [busy, setBusy] = useState(false);

  const entries = useMemo(() => (offer ? choicesOf(offer, new Date()) : []), [offer]);
  const groups = useMemo(() => find(entries, query, []), [entries, query]);
  const { active, setActive, move } = useActiveOption(groups);
  const choice = entries.find(({ id }) => id === active?.id)?.choice ?? null;
  const count = groups.reduce((sum, group) => sum + group.entries.length, 0);

  const open = async (source: Parameters<typeof client.call<'documents.createFrom'>>[1]) => {
    setBusy(true);
    try {
      const { documentId } = await client.call('documents.createFrom', source);
      // Before the document opens, because a closing dialog gives the focus back.
      onClose();
      await go({ screen: 'document', documentId, review: false });
    } finally {
      setBusy(false);
    }
  };
  const create = (wanted: Choice | null) => {
    if (busy || wanted === null || wanted.from === 'broken') return;
    if (wanted.from === 'text') {
      onClose();
      intake.importText();
    } else if (wanted.from === 'template') {
      void open({ templateId: wanted.template.id, guidance }).catch(notifyFailure);
    } else void open({ documentId: wanted.document.id, content }).catch(notifyFailure);
  };
  const addFile = async () => {
    const id = await add();
    const entry = id === null ? undefined : { id: `template-${id}` };
    setQuery('');
    if (entry) setActive(entry);
  };

  return (
    <Dialog
      title="New document"
      width={860}
      onClose={onClose}
      actions={
        <>
          <Button className="add-template" onPress={() => void addFile().catch(notifyFailure)}>
            <Plus size={14} aria-hidden /> Add template…
          </Button>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            look="primary"
            isDisabled={busy || choice === null || choice.from === 'broken'}
            onPress={() => create(choice)}
          >
            {choice?.from === 'text' ? 'Paste…' : 'Create'}
          </Button>
        </>
      }
    >
      <div className="new-document">
        <div className="new-choices">
          <div className="search">
            <Search size={14} aria-hidden />
            <OptionQuery
              listId={listId}
              label="Template or past document"
              className="input"
              active={active}
              query={query}
              onQuery={setQuery}
              move={move}
              onChoose={() => create(choice)}
            />
          </div>
          <OptionList
            id={listId}
            label="Begin from"
            groups={groups}
            active={active}
            onActive={() => {}}
            onChoose={(entry) => (entry.id === active?.id ? create(choice) : setActive(entry))}
          />
          {offer !== null && count === 0 ? (
            <p className="palette-nothing">Nothing is called “{query.trim()}”.</p>
          ) : null}
          <p className="visually-hidden" role="status">
            {query.trim() === '' ? '' : `${count} found`}
          </p>
        </div>
        <section className="new-preview" aria-label="What it holds">
          {choice ? (
            <Preview
              choice={choice}
              guidance={guidance}
              content={content}
              onGuidance={(next) => setGuidance(() => next)}
              onContent={setContent}
              onRemove={(file, name) => void remove(file, name).catch(notifyFailure)}
            />
          ) : null}
        </section>
      </div>
    </Dialog>
  );
}
