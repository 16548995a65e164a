import {
  ChevronDown,
  ChevronLeft,
  Clock,
  FilePen,
  FilePlus2,
  FileText,
  Hammer,
  Layers,
  ListPlus,
  PackagePlus,
  PanelLeft,
  PanelRight,
  Redo2,
  Undo2,
} from 'lucide-react';
import { keysFor } from '../../app/shortcuts.ts';
import { SaveAnnouncer, SaveLabel } from '../../saving/save-label.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import type { ColumnsState } from '../../ui/columns.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { MarkingMenu } from '../../writing/marking-menu.tsx';
import { meetingName } from '../meetings/list-model.ts';
import type { Packs } from '../publish/use-packs.tsx';
import { useAgendaDesk } from './desk.ts';
import type { PaperAdding } from './use-adding-papers.tsx';
import type { AgendaActions } from './use-agenda-actions.ts';

interface Props {
  readonly actions: AgendaActions;
  readonly adding: PaperAdding;
  readonly packs: Packs;
  readonly columns: ColumnsState;
  /** How often somebody asked to save, and everything was. */
  readonly askedSaves: number;
  readonly onClose: () => void;
}

/** Where one is, whether it is saved, and what is done most. */
export function BuilderBar({ actions, adding, packs, columns, askedSaves, onClose }: Props) {
  const { session, chosen } = useAgendaDesk();
  const { meeting, saveState, canUndo, canRedo } = session;
  const name = meetingName(meeting);
  const published = (packs.list ?? []).some(({ publishedAt }) => publishedAt !== null);
  return (
    <header className="bar" data-region="bar">
      <div className="bar-start">
        <Button onPress={onClose} aria-label="Back to the meetings">
          <ChevronLeft size={16} aria-hidden /> Meetings
        </Button>
        <h1 className="bar-title" title={name}>
          {name}
        </h1>
        <MarkingMenu
          marking={meeting.marking}
          isDisabled={false}
          onChange={(marking) =>
            void session.change((now) => ({ ...now, marking }), { name: 'Change marking' })
          }
        />
      </div>
      <div className="bar-middle" role="toolbar" aria-label="Agenda">
        <Menu
          label="Add to the agenda"
          trigger={
            <Button>
              <ListPlus size={16} aria-hidden /> Add <ChevronDown size={14} aria-hidden />
            </Button>
          }
        >
          <MenuItem
            label="Item"
            shortcut="Ctrl+Enter"
            icon={<ListPlus size={14} aria-hidden />}
            onAction={() => actions.addItem(chosen)}
          />
          <MenuSeparator />
          <MenuItem
            label="New document"
            icon={<FilePen size={14} aria-hidden />}
            onAction={() => adding.newDocument(chosen)}
          />
          <MenuItem
            label="Documents…"
            shortcut={keysFor('meeting-add-documents')}
            icon={<FileText size={14} aria-hidden />}
            onAction={() => adding.documents(chosen)}
          />
          <MenuItem
            label="Files…"
            shortcut={keysFor('meeting-add-files')}
            icon={<FilePlus2 size={14} aria-hidden />}
            onAction={() => adding.files(chosen)}
          />
          <MenuItem
            label="Paper to follow"
            icon={<Clock size={14} aria-hidden />}
            isDisabled={chosen === null}
            onAction={() => adding.toFollow(chosen)}
          />
        </Menu>
        <IconButton
          label={canUndo === null ? 'Undo' : `Undo: ${canUndo.toLowerCase()}`}
          shortcut="Ctrl+Z"
          isDisabled={canUndo === null}
          preventFocusOnPress
          onPress={actions.undo}
        >
          <Undo2 size={16} aria-hidden />
        </IconButton>
        <IconButton
          label={canRedo === null ? 'Redo' : `Redo: ${canRedo.toLowerCase()}`}
          shortcut="Ctrl+Y"
          isDisabled={canRedo === null}
          preventFocusOnPress
          onPress={actions.redo}
        >
          <Redo2 size={16} aria-hidden />
        </IconButton>
      </div>
      <div className="bar-end">
        <SaveLabel key={askedSaves} state={saveState} asked={askedSaves > 0} />
        <SaveAnnouncer state={saveState} asked={askedSaves} />
        <Menu
          label="Pack"
          placement="bottom end"
          trigger={
            <Button look="primary">
              Pack <ChevronDown size={14} aria-hidden />
            </Button>
          }
        >
          <MenuItem
            label="Build the pack…"
            shortcut={keysFor('meeting-build')}
            icon={<Hammer size={14} aria-hidden />}
            onAction={packs.askBuild}
          />
          <MenuItem
            label="Supplement…"
            icon={<PackagePlus size={14} aria-hidden />}
            isDisabled={!published}
            onAction={packs.askSupplement}
          />
          <MenuItem
            label="Consolidated pack…"
            icon={<Layers size={14} aria-hidden />}
            isDisabled={!published}
            onAction={packs.buildConsolidated}
          />
        </Menu>
        <IconButton
          label="Meeting"
          className="panel"
          shortcut={keysFor('toggle-navigator')}
          pressed={columns.isOpen('navigator')}
          onPress={() => columns.toggle('navigator')}
        >
          <PanelLeft size={16} aria-hidden />
        </IconButton>
        <IconButton
          label="Side panel"
          className="panel"
          shortcut={keysFor('toggle-inspector')}
          pressed={columns.isOpen('inspector')}
          onPress={() => columns.toggle('inspector')}
        >
          <PanelRight size={16} aria-hidden />
        </IconButton>
      </div>
    </header>
  );
}
