import {
  ChevronRight,
  Clock,
  Ellipsis,
  EyeOff,
  FilePen,
  FilePlus2,
  FileText,
  GripVertical,
  IndentDecrease,
  IndentIncrease,
  Lock,
  Pencil,
  Plus,
  Repeat2,
  Trash2,
} from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { exemptLabel } from '../../../../shared/pack/exemption-words.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../../ui/menu.tsx';
import { minutesOf, timingOf } from '../../agenda/timing.ts';
import { findItem } from '../../agenda/tree.ts';
import { purposeNames } from '../../words.ts';
import { useAgendaDesk } from '../desk.ts';
import type { PaperAdding } from '../use-adding-papers.tsx';
import type { AgendaActions } from '../use-agenda-actions.ts';
import { FindingMark } from './finding-mark.tsx';
import { TitleField } from './title-field.tsx';

interface Props {
  readonly id: string;
  readonly level: number;
  /** Whether what is under it is shown; null: there is nothing. */
  readonly open: boolean | null;
  readonly actions: AgendaActions;
  readonly adding: PaperAdding;
}

export function ItemRow({ id, level, open, actions, adding }: Props) {
  const { session, numbers, editing, edit } = useAgendaDesk();
  const { items, time } = session.meeting;
  const item = findItem(items, id)?.item;
  if (!item) return null;
  const number = numbers.get(id) ?? '';
  const starts = timingOf(items, time).starts.get(id);
  const minutes = minutesOf(item);
  const title = item.title === '' ? 'Untitled item' : item.title;
  return (
    <div className="agenda-line" data-level={level} data-hidden={item.hidden}>
      <AriaButton slot="drag" className="button icon agenda-grip" aria-label={`Move ${title}`}>
        <GripVertical size={14} aria-hidden />
      </AriaButton>
      {open === null ? (
        <span className="agenda-fold" />
      ) : (
        <AriaButton slot="chevron" className="button icon agenda-fold" data-open={open}>
          <ChevronRight size={14} aria-hidden />
        </AriaButton>
      )}
      <span className="agenda-number">{number}</span>
      {editing === id ? (
        <TitleField
          label={`Title of item ${number}`}
          value={item.title}
          onChange={(value) => actions.changeItem(id, { title: value }, 'Change title', 'typing')}
          onDone={() => edit(null)}
        />
      ) : (
        <span className="agenda-words">
          <span className="agenda-title" data-untitled={item.title === ''}>
            {title}
          </span>
          {item.purpose === null ? null : <span className="agenda-aside">{purposeNames[item.purpose]}</span>}
          {item.lead === '' ? null : <span className="agenda-aside">{item.lead}</span>}
        </span>
      )}
      <span className="agenda-chips">
        {item.hidden ? (
          <span className="chip absent">
            <EyeOff size={12} aria-hidden /> Hidden
          </span>
        ) : null}
        {item.exempt ? (
          <span className="chip exempt">
            <Lock size={12} aria-hidden /> {exemptLabel(item.exempt)}
          </span>
        ) : null}
        {item.late ? (
          <span className="chip attention">
            <Clock size={12} aria-hidden /> Late
          </span>
        ) : null}
        {item.standing ? (
          <span className="agenda-standing" title="Comes with every meeting">
            <Repeat2 size={13} aria-hidden />
            <span className="visually-hidden">Standing item</span>
          </span>
        ) : null}
        <FindingMark id={id} />
      </span>
      <span className="agenda-start">{starts ?? ''}</span>
      <span className="agenda-minutes">
        {minutes === 0 ? '' : minutes}
        {minutes === 0 ? null : <span className="agenda-unit"> min</span>}
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
        <MenuItem
          label="Write its title"
          shortcut="Enter"
          icon={<Pencil size={14} aria-hidden />}
          onAction={() => edit(id)}
        />
        <MenuItem
          label="Add item below"
          shortcut="Ctrl+Enter"
          icon={<Plus size={14} aria-hidden />}
          onAction={() => actions.addItem(id)}
        />
        <MenuItem
          label="Add sub-item"
          icon={<IndentIncrease size={14} aria-hidden />}
          onAction={() => actions.addSubItem(id)}
        />
        <MenuSeparator />
        <MenuItem
          label="Write a new document"
          icon={<FilePen size={14} aria-hidden />}
          onAction={() => adding.newDocument(id)}
        />
        <MenuItem
          label="Add documents…"
          icon={<FileText size={14} aria-hidden />}
          onAction={() => adding.documents(id)}
        />
        <MenuItem
          label="Add files…"
          icon={<FilePlus2 size={14} aria-hidden />}
          onAction={() => adding.files(id)}
        />
        <MenuItem
          label="Add a paper to follow"
          icon={<Clock size={14} aria-hidden />}
          onAction={() => adding.toFollow(id)}
        />
        <MenuSeparator />
        <MenuItem
          label="Make a sub-item"
          shortcut="Alt+Right"
          icon={<IndentIncrease size={14} aria-hidden />}
          onAction={() => actions.indent(id)}
        />
        <MenuItem
          label="Move out"
          shortcut="Alt+Left"
          icon={<IndentDecrease size={14} aria-hidden />}
          onAction={() => actions.outdent(id)}
        />
        <MenuItem
          label={item.hidden ? 'Show in the pack' : 'Hide from the pack'}
          icon={<EyeOff size={14} aria-hidden />}
          onAction={() =>
            actions.changeItem(id, { hidden: !item.hidden }, item.hidden ? 'Show item' : 'Hide item')
          }
        />
        <MenuItem
          label={item.standing ? 'No longer a standing item' : 'Make it a standing item'}
          icon={<Repeat2 size={14} aria-hidden />}
          onAction={() => actions.changeItem(id, { standing: !item.standing }, 'Change standing item')}
        />
        <MenuSeparator />
        <MenuItem
          label="Remove"
          shortcut="Delete"
          icon={<Trash2 size={14} aria-hidden />}
          onAction={() => actions.remove(id)}
        />
      </Menu>
    </div>
  );
}
