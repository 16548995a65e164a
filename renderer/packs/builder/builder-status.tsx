import { saveWords } from '../../saving/save-words.ts';
import { Button } from '../../ui/button.tsx';
import { timingOf } from '../agenda/timing.ts';
import { everyItem } from '../agenda/tree.ts';
import { useAgendaDesk } from './desk.ts';
import { type Job, JobProgress } from './job-progress.tsx';

interface Props {
  readonly job: Job | null;
  readonly onSave: () => void;
}

export function BuilderStatus({ job, onSave }: Props) {
  const { session, facts, findings, showTab } = useAgendaDesk();
  const { meeting, saveState } = session;
  const { ends } = timingOf(meeting.items, meeting.time);
  const items = [...everyItem(meeting.items)];
  const exempt = items.filter(
    ({ item }) =>
      !item.hidden &&
      (item.exempt !== null ||
        item.papers.some(({ id, exempt }) => exempt !== null || (facts.get(id)?.exemptPassages ?? 0) > 0)),
  ).length;
  const errors = (findings ?? []).filter(({ severity }) => severity === 'error').length;
  return (
    <footer className="status-bar" data-region="status">
      <span className="status-words">{exempt === 0 ? 'Nothing exempt' : `${exempt} exempt`}</span>
      {ends === null ? null : <span className="status-words">Ends about {ends}</span>}
      {findings === null ? null : (
        <Button onPress={() => showTab('check')} className={errors > 0 ? 'status-errors' : ''}>
          {findings.length === 0
            ? 'Nothing found'
            : `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`}
        </Button>
      )}
      <span className="status-gap" />
      {job ? <JobProgress job={job} /> : null}
      <Button onPress={onSave} aria-label={`${saveWords(saveState)}. Save now`}>
        {saveWords(saveState)}
      </Button>
    </footer>
  );
}
