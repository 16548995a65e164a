import {
  ChevronDown,
  ChevronLeft,
  FileText,
  MessageSquareText,
  Package,
  PanelLeft,
  PanelRight,
  ScrollText,
  Settings2,
} from 'lucide-react';
import { memo } from 'react';
import type { DocumentKind, Marking } from '../../shared/document/schema.ts';
import { keysFor } from '../app/shortcuts.ts';
import { titleFor } from '../library/list-model.ts';
import { type KeptSaveState, useSaveState } from '../saving/kept-state.ts';
import { SaveAnnouncer, SaveLabel } from '../saving/save-label.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import type { ColumnsState } from '../ui/columns.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { MarkingMenu } from './marking-menu.tsx';
import { TextTools } from './text-tools.tsx';

export interface BarActions {
  close(): void;
  setMarking(marking: Marking | null): void;
  askExport(): void;
  exportDespatch(): void;
  startExport(format: 'docx' | 'pdf', comments?: 'with comments'): void;
}

interface Props {
  readonly kind: DocumentKind;
  readonly marking: Marking | null;
  readonly title: string;
  readonly readOnly: boolean;
  readonly exportable: boolean;
  readonly saving: KeptSaveState;
  /** How often somebody asked to save, and everything was. */
  readonly askedSaves: number;
  readonly columns: ColumnsState;
  readonly backTo: 'library' | 'agenda';
  readonly actions: BarActions;
}

/** What Word users reach for, in one slim line. */
export const Bar = memo(function Bar(props: Props) {
  const { actions, kind, marking, title, readOnly, saving, askedSaves, columns } = props;
  const shownTitle = titleFor({ title, kind });
  return (
    <header className="bar" data-region="bar">
      <div className="bar-start">
        <Button onPress={actions.close} aria-label={`Back to the ${props.backTo}`}>
          <ChevronLeft size={16} aria-hidden /> {props.backTo === 'library' ? 'Library' : 'Agenda'}
        </Button>
        <h1 className="bar-title" title={shownTitle}>
          {shownTitle}
        </h1>
        <MarkingMenu marking={marking} isDisabled={readOnly} onChange={actions.setMarking} />
      </div>
      <TextTools />
      <div className="bar-end">
        <Saved saving={saving} asked={askedSaves} />
        <Menu
          label="Export"
          placement="bottom end"
          trigger={
            <Button look="primary" isDisabled={!props.exportable}>
              Export <ChevronDown size={14} aria-hidden />
            </Button>
          }
        >
          <MenuItem
            label="Export…"
            icon={<Settings2 size={14} aria-hidden />}
            shortcut={keysFor('export')}
            onAction={actions.askExport}
          />
          <MenuItem
            label="Export to Word…"
            icon={<FileText size={14} aria-hidden />}
            shortcut={keysFor('export-docx')}
            onAction={() => actions.startExport('docx')}
          />
          <MenuItem
            label="Export to Word with comments…"
            icon={<MessageSquareText size={14} aria-hidden />}
            onAction={() => actions.startExport('docx', 'with comments')}
          />
          <MenuItem
            label="Export to PDF…"
            icon={<ScrollText size={14} aria-hidden />}
            shortcut={keysFor('export-pdf')}
            onAction={() => actions.startExport('pdf')}
          />
          <MenuItem
            label="Despatch file (.despatch)…"
            icon={<Package size={14} aria-hidden />}
            onAction={actions.exportDespatch}
          />
        </Menu>
        <IconButton
          label="Outline"
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
});

function Saved({ saving, asked }: { readonly saving: KeptSaveState; readonly asked: number }) {
  const state = useSaveState(saving);
  return (
    <>
      <SaveLabel key={asked} state={state} asked={asked > 0} />
      <SaveAnnouncer state={state} asked={asked} />
    </>
  );
}
