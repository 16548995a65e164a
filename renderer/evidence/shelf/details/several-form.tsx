import './details.css';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { SourceSummary } from '../../../../shared/contract/evidence-source-calls.ts';
import type { Marking } from '../../../../shared/document/schema.ts';
import { notifyFailure } from '../../../app/failures.ts';
import { useServices } from '../../../app/services.ts';
import { Button } from '../../../ui/button.tsx';
import { notify } from '../../../ui/toasts.tsx';
import { MarkingMenu } from '../../../writing/marking-menu.tsx';
import { parseDay, printDate } from '../../issued.ts';
import { useSourcesStore } from '../../sources.ts';
import { count } from '../adding/report-model.ts';
import { changeSeveral, type SeveralChange } from './change-several.ts';
import { CommitField } from './commit-field.tsx';
import { checkDay, PublishedChoice, ReviewMenu } from './details-form.tsx';
import { undoChange } from './details-session.ts';
import { same } from './same.ts';

interface Props {
  readonly sources: readonly SourceSummary[];
  readonly organisations: readonly string[];
  readonly onRemove: () => void;
}

/** What all of them have; undefined: they differ. */
function common<T>(sources: readonly SourceSummary[], of: (source: SourceSummary) => T): T | undefined {
  const [first] = sources;
  if (!first) return undefined;
  const value = of(first);
  return sources.every((source) => same(of(source), value)) ? value : undefined;
}

/** Changes that many sources have in common, made in one step that its notice takes back. */
export function SeveralForm({ sources, organisations, onRemove }: Props) {
  const { client } = useServices();
  const store = useSourcesStore();
  const [change, setChange] = useState<SeveralChange>({});
  const [done, setDone] = useState<number | null>(null);
  const put = (next: SeveralChange) => setChange((now) => ({ ...now, ...next }));
  const organisation = change.organisation ?? common(sources, (source) => source.organisation);
  const reviewBy =
    change.reviewBy === undefined ? common(sources, (source) => source.reviewBy) : change.reviewBy;
  const published =
    change.published === undefined ? common(sources, (source) => source.published) : change.published;
  const marking: Marking | null | undefined =
    change.marking === undefined ? common(sources, (source) => source.marking) : change.marking;
  const chosen = Object.values(change).some((value) => value !== undefined);

  const apply = async () => {
    setDone(0);
    const { changed, failures } = await changeSeveral(
      client,
      sources.map(({ id }) => id),
      change,
      setDone,
    );
    setDone(null);
    setChange({});
    void store.reload();
    if (failures.length > 0) notifyFailure(failures[0]);
    if (changed.length === 0) return;
    const undo = async () => {
      for (const each of changed) await undoChange(client, each.sourceId, each);
      await store.reload();
    };
    notify({
      tone: 'done',
      title: `${count(changed.length, 'source')} changed`,
      ...(failures.length === 0 ? {} : { body: `${count(failures.length, 'source')} could not be.` }),
      actions: [{ label: 'Undo', run: () => void undo().catch(notifyFailure) }],
    });
  };

  return (
    <div className="source-details">
      <header className="details-head">
        <h2>{count(sources.length, 'source')} selected</h2>
        <Button look="outlined" onPress={onRemove}>
          <Trash2 size={14} aria-hidden /> Move to the bin
        </Button>
      </header>
      <div className="details-form several">
        <p className="quiet">What you set here is set in all of them; the rest stays as it is in each.</p>
        <CommitField
          label="Organisation"
          value={organisation ?? ''}
          placeholder={organisation === undefined ? 'Different ones' : ''}
          suggestions={organisations}
          onChange={(text) => put({ organisation: text.trim() })}
        />
        <div className="detail-field">
          <span>Availability</span>
          <PublishedChoice value={published} onChange={(value) => put({ published: value })} />
        </div>
        <div className="detail-field">
          <span>Marking</span>
          <div>
            {marking === undefined ? <span className="quiet">Different ones: </span> : null}
            <MarkingMenu
              marking={marking ?? null}
              isDisabled={false}
              onChange={(value) => put({ marking: value })}
            />
          </div>
        </div>
        <CommitField
          label="Review by"
          value={reviewBy == null ? '' : printDate(reviewBy)}
          placeholder={reviewBy === undefined ? 'Different ones' : 'No date'}
          check={checkDay}
          onChange={(text) => put({ reviewBy: parseDay(text) })}
        >
          <ReviewMenu onChoose={(value) => put({ reviewBy: value })} />
        </CommitField>
        <div className="several-actions">
          <Button isDisabled={!chosen || done !== null} onPress={() => setChange({})}>
            Start again
          </Button>
          <Button look="primary" isDisabled={!chosen || done !== null} onPress={() => void apply()}>
            {done === null
              ? `Change ${count(sources.length, 'source')}`
              : `${done.toLocaleString('en-GB')} of ${sources.length.toLocaleString('en-GB')}`}
          </Button>
        </div>
      </div>
    </div>
  );
}
