import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Finding } from '../../shared/checks/finding.ts';
import type { DocumentKind } from '../../shared/document/schema.ts';
import { ExportProgress } from '../export/progress.tsx';
import type { ExportJob } from '../export/use-export.tsx';
import { Button } from '../ui/button.tsx';
import type { SaveState } from './autosave.ts';
import { type Counts, SPOKEN_WORDS_A_MINUTE, speakingTime } from './counts.ts';
import type { InspectorTab } from './inspector.tsx';
import { saveWords } from './save-words.ts';

interface Props {
  readonly counts: Counts;
  readonly kind: DocumentKind;
  readonly findings: readonly Finding[];
  readonly pendingRows: number;
  readonly saveState: SaveState;
  readonly job: ExportJob | null;
  readonly readOnly: boolean;
  readonly onShow: (tab: InspectorTab) => void;
  readonly onSave: () => void;
}

const number = new Intl.NumberFormat('en-GB');

export function StatusBar(props: Props) {
  const { counts, kind, findings, pendingRows, saveState, job, readOnly, onShow, onSave } = props;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const spoken = speakingTime(counts.spoken);
  return (
    <footer className="status-bar" data-region="status">
      <DialogTrigger>
        <Button>{plural(counts.words, 'word')}</Button>
        <Counted counts={counts} kind={kind} />
      </DialogTrigger>
      {kind === 'briefing' && spoken ? (
        <DialogTrigger>
          <Button>Speaking {spoken}</Button>
          <Counted counts={counts} kind={kind} />
        </DialogTrigger>
      ) : null}
      <Button onPress={() => onShow('checks')}>
        {findings.length === 0 ? 'No findings' : plural(findings.length, 'finding')}
        {errors > 0 ? <span className="status-errors">{errors} to put right</span> : null}
      </Button>
      {pendingRows > 0 ? (
        <Button onPress={() => onShow('import-report')}>{pendingRows} of the import to review</Button>
      ) : null}
      <span className="status-gap" />
      {job ? <ExportProgress job={job} /> : null}
      {readOnly ? (
        <span className="quiet">Read only</span>
      ) : (
        <Button onPress={onSave} aria-label={`${saveWords(saveState)}. Save now`}>
          {saveWords(saveState)}
        </Button>
      )}
    </footer>
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
