import { CircleAlert, CircleCheck, Copy, FilePlus2, Layers } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Batch, IntakeRow } from '../../../../shared/contract/evidence-source-calls.ts';
import { notifyFailure } from '../../../app/failures.ts';
import { useServices } from '../../../app/services.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { makeEdition } from '../make-edition.ts';
import { count, partsOf, summaryOf } from './report-model.ts';

interface Props {
  readonly batch: Batch;
  readonly onResume: () => void;
  /** The sources or the report itself have changed. */
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** What became of each file, with what needs an answer first. */
export default function ReportDialog({ batch, onResume, onChanged, onClose }: Props) {
  const { client, go } = useServices();
  /** Offers that were declined: the source stays one of its own. */
  const [declined, setDeclined] = useState<ReadonlySet<string>>(new Set());
  const parts = partsOf(batch);
  const offers = parts.offers.filter(({ sourceId }) => sourceId !== null && !declined.has(sourceId));
  const added = [...parts.offers.filter((row) => !offers.includes(row)), ...parts.added];

  const close = (done: boolean) => {
    onClose();
    if (done) {
      client.call('evidence.dismiss', { batchId: batch.id }).then(onChanged).catch(notifyFailure);
    }
  };
  const show = (sourceId: string | null) => {
    if (sourceId === null) return;
    onClose();
    void go({ screen: 'evidence', sourceId }).catch(notifyFailure);
  };
  const takeOffer = async ({ sourceId, title, file, offer }: IntakeRow) => {
    if (sourceId === null || offer === null) return;
    const [source, of] = [
      { id: sourceId, title: title ?? file },
      { id: offer.sourceId, title: offer.title },
    ];
    await makeEdition(client, source, of, onChanged);
  };
  const keep = ({ sourceId }: IntakeRow) => {
    if (sourceId !== null) setDeclined((now) => new Set([...now, sourceId]));
  };

  return (
    <Dialog
      title={batch.folder === null ? 'What was added' : `What came from “${batch.folder}”`}
      width={720}
      onClose={() => close(false)}
      actions={
        <>
          {parts.left.length > 0 ? <Button onPress={() => close(true)}>Leave the rest</Button> : null}
          {parts.left.length > 0 ? (
            <Button look="primary" autoFocus onPress={onResume}>
              Go on with {count(parts.left.length, 'file')}
            </Button>
          ) : (
            <Button look="primary" autoFocus onPress={() => close(offers.length === 0)}>
              {offers.length === 0 ? 'Done' : 'Decide later'}
            </Button>
          )}
        </>
      }
    >
      <p>{summaryOf(batch)}.</p>
      <div className="batch-report">
        <Part
          title="Looks like a new edition"
          rows={offers}
          actions={
            offers.length > 1 ? (
              <Button
                look="link"
                onPress={() => void offers.reduce((before, row) => before.then(() => takeOffer(row)), done())}
              >
                Make all of them editions
              </Button>
            ) : null
          }
        >
          {(row) => (
            <>
              <Layers size={14} aria-hidden />
              <div>
                <strong>{row.title ?? row.file}</strong>
                <p>Of “{row.offer?.title}”, which documents may already cite</p>
              </div>
              <div className="row-actions">
                <Button look="link" onPress={() => void takeOffer(row)}>
                  Make it a new edition
                </Button>
                <Button look="link" onPress={() => keep(row)}>
                  Keep as its own
                </Button>
              </div>
            </>
          )}
        </Part>
        <Part
          title="Not added"
          rows={parts.failed}
          actions={
            parts.left.length > 0 ? null : (
              <Button look="link" onPress={onResume}>
                Try {parts.failed.length === 1 ? 'it' : 'them'} again
              </Button>
            )
          }
        >
          {(row) => (
            <>
              <CircleAlert size={14} className="error" aria-hidden />
              <div>
                <strong>{row.file}</strong>
                <p>{row.reason ?? 'It could not be read.'}</p>
              </div>
            </>
          )}
        </Part>
        <Part title="Not looked at" rows={parts.left}>
          {(row) => (
            <>
              <FilePlus2 size={14} aria-hidden />
              <strong>{row.file}</strong>
            </>
          )}
        </Part>
        <Part title="Already in the library" rows={parts.duplicates}>
          {(row) => (
            <>
              <Copy size={14} aria-hidden />
              <div>
                <strong>{row.file}</strong>
                <p>{row.title === null ? 'The same bytes' : `The same bytes as “${row.title}”`}</p>
              </div>
              <Button look="link" onPress={() => show(row.sourceId)}>
                Show
              </Button>
            </>
          )}
        </Part>
        <Part title="Added" rows={added}>
          {(row) => (
            <>
              <CircleCheck size={14} aria-hidden />
              <div>
                <strong>{row.title ?? row.file}</strong>
                <p>{[sizeOf(row), row.reason].filter(Boolean).join('. ')}</p>
              </div>
              <Button look="link" onPress={() => show(row.sourceId)}>
                Show
              </Button>
            </>
          )}
        </Part>
      </div>
    </Dialog>
  );
}

const done = () => Promise.resolve();

interface PartProps {
  readonly title: string;
  readonly rows: readonly IntakeRow[];
  readonly actions?: ReactNode;
  readonly children: (row: IntakeRow) => ReactNode;
}

function Part({ title, rows, actions, children }: PartProps) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>
        {title} <span className="count">{rows.length.toLocaleString('en-GB')}</span>
        {actions}
      </h3>
      <ul>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files of a batch may have one name, and none moves.
          <li key={`${row.file} ${at}`}>{children(row)}</li>
        ))}
      </ul>
    </section>
  );
}

function sizeOf({ status, pages, words }: IntakeRow): string {
  return [
    ...(status === 'newEdition' ? ['New edition'] : []),
    ...(pages === null ? [] : [count(pages, 'page')]),
    ...(words === null || words === 0 ? [] : [count(words, 'word')]),
  ].join(', ');
}
