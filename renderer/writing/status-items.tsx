/** What the status bar counts; each is a button to its place. */
import { useMemo } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { type Counts, SPOKEN_WORDS_A_MINUTE, speakingTime } from '../../shared/counts/count.ts';
import type { DocumentKind } from '../../shared/document/schema.ts';
import { Button } from '../ui/button.tsx';
import { useDesk } from './desk.ts';

const number = new Intl.NumberFormat('en-GB');

export function WordsItem() {
  const { counts, document } = useDesk();
  if (counts === null) return null;
  return (
    <DialogTrigger>
      <Button>{plural(counts.words, 'word')}</Button>
      <Counted counts={counts} kind={document.kind} />
    </DialogTrigger>
  );
}

export function SpeakingItem() {
  const { counts, document } = useDesk();
  const spoken = speakingTime(counts?.spoken ?? 0);
  if (counts === null || document.kind !== 'briefing' || spoken === '') return null;
  return (
    <DialogTrigger>
      <Button>Speaking {spoken}</Button>
      <Counted counts={counts} kind={document.kind} />
    </DialogTrigger>
  );
}

export function FindingsItem() {
  const { findings, checked, showTab } = useDesk();
  const errors = useMemo(() => findings.filter(({ severity }) => severity === 'error').length, [findings]);
  return (
    <Button onPress={() => showTab('checks')}>
      {!checked ? 'Checking…' : findings.length === 0 ? 'No findings' : plural(findings.length, 'finding')}
      {errors > 0 ? <span className="status-errors">{errors} to put right</span> : null}
    </Button>
  );
}

export function ImportItem() {
  const { report, showTab } = useDesk();
  if (report.pending.length === 0) return null;
  return (
    <Button onPress={() => showTab('import-report')}>{report.pending.length} of the import to review</Button>
  );
}

function Counted({ counts, kind }: { counts: Counts; kind: DocumentKind }) {
  return (
    <Popover className="popover" placement="top start" offset={6}>
      <Dialog className="counted" aria-label="What is counted">
        <dl>
          <div>
            <dt>Words in the whole document</dt>
            <dd>{number.format(counts.words)}</dd>
          </div>
          {kind === 'briefing' ? (
            <div>
              <dt>Words in points and questions</dt>
              <dd>{number.format(counts.spoken)}</dd>
            </div>
          ) : null}
        </dl>
        {kind === 'briefing' ? (
          <p className="quiet">
            Speaking time counts points to make and questions to ask, at {SPOKEN_WORDS_A_MINUTE} words a
            minute. Everything else is read, not said.
          </p>
        ) : (
          <p className="quiet">
            Every word of the text is counted; numbers and labels that Despatch prints are not.
          </p>
        )}
      </Dialog>
    </Popover>
  );
}

function plural(count: number, noun: string): string {
  return `${number.format(count)} ${noun}${count === 1 ? '' : 's'}`;
}
