import { ArrowUpRight, CircleAlert, Download, FileClock, Lock, RefreshCw } from 'lucide-react';
import type { Paper } from '../../../../shared/pack/meeting.ts';
import { CommitField } from '../../../evidence/shelf/details/commit-field.tsx';
import { Button } from '../../../ui/button.tsx';
import { passagesWords } from '../../agenda/page-totals.ts';
import { ExemptField } from '../../fields/exempt-field.tsx';
import { Tick } from '../../fields/small-fields.tsx';
import { paperIcon, paperSourceWords } from '../../words.ts';
import { useAgendaDesk } from '../desk.ts';
import type { PaperAdding } from '../use-adding-papers.tsx';
import type { AgendaActions } from '../use-agenda-actions.ts';

interface Props {
  readonly paper: Paper;
  readonly actions: AgendaActions;
  readonly adding: PaperAdding;
  readonly onOpen: (paperId: string) => void;
  readonly onSave: (paper: Paper) => void;
}

/** All that is known of a paper, and what stands behind it. */
export function PaperDetails({ paper, actions, adding, onOpen, onSave }: Props) {
  const { session, facts, changed, decide } = useAgendaDesk();
  const state = session.papers.get(paper.id);
  const known = facts.get(paper.id);
  const passages = passagesWords(known);
  const Icon = paperIcon(paper, state);
  return (
    <div className="pack-details">
      <div className="details-form">
        <CommitField
          label="Title"
          value={paper.title}
          placeholder="Untitled paper"
          lines="grow"
          onChange={(title) => actions.changePaper(paper.id, { title }, 'Change title', 'typing')}
        />
        <div className="detail-field">
          <span>Source</span>
          <div className="detail-value paper-source">
            <Icon size={14} aria-hidden />
            <span>
              {paper.source.type === 'file' ? `${paper.source.name}. ` : ''}
              {paperSourceWords(paper, state, known)}
            </span>
          </div>
        </div>
      </div>
      {state?.state === 'missing' || state?.state === 'binned' ? (
        <p className="pack-warning" role="status">
          <CircleAlert size={14} aria-hidden />
          {state.state === 'binned'
            ? 'Its document is in the bin. Restore it there, or replace the paper.'
            : 'It is not in the library any more. Replace it, or remove it from the agenda.'}
        </p>
      ) : null}
      {changed.open.has(paper.id) ? (
        <div className="pack-warning" role="status">
          <FileClock size={14} aria-hidden />
          <span>
            The file has changed since you added it.{' '}
            <Button look="link" onPress={() => decide(paper.id)}>
              Decide which to have…
            </Button>
          </span>
        </div>
      ) : null}
      {passages === '' || paper.exempt ? null : (
        <p className="quiet pack-note">
          <Lock size={13} aria-hidden /> {passages}: the public copy leaves{' '}
          {known?.exemptPassages === 1 ? 'it' : 'them'} out.
        </p>
      )}
      <div className="pack-buttons">
        {paper.source.type === 'document' && state?.state === 'ready' ? (
          <Button look="outlined" onPress={() => onOpen(paper.id)}>
            <ArrowUpRight size={14} aria-hidden /> Open the document
          </Button>
        ) : null}
        {paper.source.type === 'file' && state?.state === 'ready' ? (
          <Button look="outlined" onPress={() => onSave(paper)}>
            <Download size={14} aria-hidden /> Save a copy…
          </Button>
        ) : null}
        <Button look="outlined" onPress={() => adding.replaceWithFile(paper.id)}>
          <RefreshCw size={14} aria-hidden />{' '}
          {paper.source.type === 'toFollow' ? 'Put a file here…' : 'Replace…'}
        </Button>
        <Button look="outlined" onPress={() => adding.replaceWithDocument(paper.id)}>
          {paper.source.type === 'toFollow' ? 'Put a document here…' : 'With a document…'}
        </Button>
      </div>
      <div className="pack-part">
        <Tick
          isSelected={paper.appendix}
          onChange={(appendix) => actions.changePaper(paper.id, { appendix }, 'Change appendix')}
        >
          Appendix
        </Tick>
      </div>
      <ExemptField
        what="this paper"
        meeting={session.meeting}
        exempt={paper.exempt}
        onChange={(exempt, typing) => actions.changePaper(paper.id, { exempt }, 'Change exemption', typing)}
      />
    </div>
  );
}
