import {
  ArrowUpRight,
  CircleAlert,
  Ellipsis,
  FileClock,
  GripVertical,
  Lock,
  Paperclip,
  Pencil,
  RefreshCw,
  Trash2,
} from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { exemptLabel } from '../../../../shared/pack/exemption-words.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../../ui/menu.tsx';
import { passagesWords } from '../../agenda/page-totals.ts';
import { findPaper } from '../../agenda/tree.ts';
import { paperIcon, paperProblem, paperSourceWords } from '../../words.ts';
import { useAgendaDesk } from '../desk.ts';
import type { PaperAdding } from '../use-adding-papers.tsx';
import type { AgendaActions } from '../use-agenda-actions.ts';
import { FindingMark } from './finding-mark.tsx';
import { TitleField } from './title-field.tsx';

interface Props {
  readonly id: string;
  readonly level: number;
  readonly actions: AgendaActions;
  readonly adding: PaperAdding;
  readonly onOpen: (paperId: string) => void;
}

export function PaperRow({ id, level, actions, adding, onOpen }: Props) {
  const { session, facts, changed, decide, editing, edit } = useAgendaDesk();
  const paper = findPaper(session.meeting.items, id)?.paper;
  if (!paper) return null;
  const state = session.papers.get(id);
  const Icon = paperIcon(paper, state);
  const known = facts.get(id);
  const problem = paperProblem(state);
  const passages = paper.exempt ? '' : passagesWords(known);
  const title = paper.title === '' ? 'Untitled paper' : paper.title;
  const isDocument = paper.source.type === 'document';
  return (
    <div className="agenda-line of-paper" data-level={level}>
      <AriaButton slot="drag" className="button icon agenda-grip" aria-label={`Move ${title}`}>
        <GripVertical size={14} aria-hidden />
      </AriaButton>
      <Icon size={14} aria-hidden />
      {editing === id ? (
        <TitleField
          label="Title of the paper"
          value={paper.title}
          onChange={(value) => actions.changePaper(id, { title: value }, 'Change title', 'typing')}
          onDone={() => edit(null)}
        />
      ) : (
        <span className="agenda-words">
          <span className="agenda-title" data-untitled={paper.title === ''}>
            {title}
          </span>
          <span className="agenda-aside">{paperSourceWords(paper, state, known)}</span>
        </span>
      )}
      <span className="agenda-chips">
        {paper.appendix ? (
          <span className="chip">
            <Paperclip size={12} aria-hidden /> Appendix
          </span>
        ) : null}
        {paper.exempt ? (
          <span className="chip exempt">
            <Lock size={12} aria-hidden /> {exemptLabel(paper.exempt)}
          </span>
        ) : null}
        {passages === '' ? null : (
          <span className="chip exempt" title="The public copy leaves them out">
            <Lock size={12} aria-hidden /> {passages}
          </span>
        )}
        {changed.open.has(id) ? (
          <AriaButton className="button chip attention" onPress={() => decide(id)}>
            <FileClock size={12} aria-hidden /> Changed
          </AriaButton>
        ) : null}
        {problem === null ? null : (
          <span className="chip attention">
            <CircleAlert size={12} aria-hidden /> {problem}
          </span>
        )}
        <FindingMark id={id} />
      </span>
      <Menu
        label={`Actions for ${title}`}
        placement="bottom end"
        trigger={
          <IconButton label={`Actions for ${title}`}>
            <Ellipsis size={16} aria-hidden />
          </IconButton>
        }
      >
        {isDocument ? (
          <MenuItem
            label="Open the document"
            shortcut="Enter"
            icon={<ArrowUpRight size={14} aria-hidden />}
            onAction={() => onOpen(id)}
          />
        ) : null}
        <MenuItem
          label="Write its title"
          shortcut="F2"
          icon={<Pencil size={14} aria-hidden />}
          onAction={() => edit(id)}
        />
        <MenuItem
          label={paper.appendix ? 'No longer an appendix' : 'Make it an appendix'}
          icon={<Paperclip size={14} aria-hidden />}
          onAction={() => actions.changePaper(id, { appendix: !paper.appendix }, 'Change appendix')}
        />
        <MenuSeparator />
        <MenuItem
          label="Replace with a document…"
          icon={<RefreshCw size={14} aria-hidden />}
          onAction={() => adding.replaceWithDocument(id)}
        />
        <MenuItem
          label="Replace with a file…"
          icon={<RefreshCw size={14} aria-hidden />}
          onAction={() => adding.replaceWithFile(id)}
        />
        <MenuSeparator />
        <MenuItem
          label="Remove from the agenda"
          shortcut="Delete"
          icon={<Trash2 size={14} aria-hidden />}
          onAction={() => actions.remove(id)}
        />
      </Menu>
    </div>
  );
}
