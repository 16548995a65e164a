import '../../evidence/shelf/details/details.css';
import '../../export/export.css';
import '../../library/library.css';
import '../../writing/writing.css';
import '../packs.css';
import '../builder/builder.css';
import './after.css';
import {
  ChevronDown,
  ChevronLeft,
  FileText,
  Gavel,
  HandHelping,
  ListChecks,
  Redo2,
  Undo2,
  Users,
} from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import type { MenuLists } from '../../../shared/contract/desktop.ts';
import type { WrittenKind } from '../../../shared/contract/meeting-calls.ts';
import { entriesOf } from '../../../shared/pack/after/agenda.ts';
import type { MeetingRecord } from '../../../shared/pack/after/record.ts';
import { unnoted } from '../../../shared/pack/after/unnoted.ts';
import { joinWords } from '../../../shared/pack/deadlines/notice-words.ts';
import type { Meeting } from '../../../shared/pack/meeting.ts';
import { useCommands } from '../../app/commands.tsx';
import { notifyFailure } from '../../app/failures.ts';
import { useServices } from '../../app/services.ts';
import { useMenuLists } from '../../app/use-menu-lists.ts';
import { SaveBanner } from '../../saving/banner.tsx';
import { SaveAnnouncer, SaveLabel } from '../../saving/save-label.tsx';
import { useLeaving } from '../../saving/use-leaving.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { notify } from '../../ui/toasts.tsx';
import { useRegions } from '../../ui/use-regions.ts';
import { numbersOf } from '../agenda/numbers.ts';
import { everyItem } from '../agenda/tree.ts';
import { meetingName } from '../meetings/list-model.ts';
import { useSaved } from '../saved/use-saved.ts';
import { Attendance } from './attendance.tsx';
import { Declarations } from './declarations.tsx';
import { ItemOutcome } from './item-outcome.tsx';
import type { OpenedRecord } from './opened-record.ts';
import { attendanceWords, outcomeNames, presentWords, recordOf } from './record-edits.ts';
import { WrittenList } from './written-list.tsx';

const noInsert: MenuLists['insert'] = [];
const nowhere = { current: null };

const drafts: readonly { readonly kind: WrittenKind; readonly label: string; readonly icon: typeof Gavel }[] =
  [
    { kind: 'minutes', label: 'Minutes', icon: FileText },
    { kind: 'actions', label: 'Action list', icon: ListChecks },
    { kind: 'decisions', label: 'Decision notice', icon: Gavel },
  ];

/** Minutes print an item without a word under it; a readout leaves it out. */
function unnotedWords(meeting: Meeting, record: MeetingRecord): string[] {
  const numbers = unnoted(meeting, record);
  if (numbers.length === 0) return [];
  const items = `${numbers.length === 1 ? 'item' : 'items'} ${joinWords(numbers)}`;
  return [`Nothing is written down of ${items}${meeting.kind === 'ministerial' ? ', left out' : ''}.`];
}

/** Who was there, what was declared, resolved and is to be done; documents are drafted from it. */
export function RecordDesk({
  opened,
  onReopen,
}: {
  readonly opened: OpenedRecord;
  readonly onReopen: () => void;
}) {
  const { client, desktop, go } = useServices();
  const { meeting } = opened;
  const meetingId = meeting.id;
  const saved = useSaved<MeetingRecord>({
    state: opened.record,
    revision: opened.revision,
    save: (baseRevision, record) => client.call('meetings.saveRecord', { record, baseRevision }),
    async readStored() {
      const { record, revision } = await client.call('meetings.record', { meetingId });
      return { state: record ?? opened.record, revision };
    },
  });
  const { state: record, saveState } = saved;
  const [part, setPart] = useState('attendance');
  const [askedSaves, setAskedSaves] = useState(0);
  const [drafted, setDrafted] = useState(0);
  const leaving = useLeaving(saved);
  useRegions(nowhere);
  const isMinisterial = meeting.kind === 'ministerial';

  const numbers = useMemo(() => numbersOf(meeting.items), [meeting.items]);
  const items = [...everyItem(meeting.items)].filter(({ item }) => numbers.has(item.id));
  const entries = useMemo(() => entriesOf(meeting, record), [meeting, record]);
  const chosen = entries.find(({ id, item }) => id === part && item !== null);
  const name = meetingName(meeting);
  useEffect(() => {
    desktop.setWindowState({
      title: `After ${name}`,
      saved: saveState.status === 'saved',
      documentOpen: false,
      documentKind: null,
      meetingOpen: true,
    });
  }, [desktop, name, saveState.status]);
  useMenuLists(noInsert, name);

  const save = async () => {
    try {
      await saved.flush();
      setAskedSaves((count) => count + 1);
    } catch {
      // The banner above says why.
    }
  };
  const close = () => void go({ screen: 'meeting', meetingId }).catch(notifyFailure);
  const draft = async (kind: WrittenKind) => {
    try {
      // Nobody may have changed what it began as: that too is kept before it is drafted from.
      saved.change((now) => ({ ...now }), { name: 'Keep the record' });
      await saved.flush();
      const { documentId, exemptDocumentId } = await client.call('meetings.draft', { meetingId, kind });
      setDrafted((count) => count + 1);
      notify({
        tone: 'done',
        title:
          kind === 'minutes'
            ? isMinisterial
              ? 'The readout is drafted'
              : 'The minutes are drafted'
            : kind === 'actions'
              ? 'The action list is drafted'
              : 'The decision notice is drafted',
        body: [
          exemptDocumentId === null
            ? 'It is a document like any other: write in it, export it, add it to an agenda.'
            : 'What is not for publication is a document of its own.',
          ...(kind === 'minutes' ? unnotedWords(meeting, record) : []),
        ].join(' '),
        actions: [
          { label: 'Open', run: () => openDocument(documentId) },
          ...(exemptDocumentId === null
            ? []
            : [{ label: 'Open the exempt part', run: () => openDocument(exemptDocumentId) }]),
        ],
      });
    } catch (thrown) {
      notifyFailure(thrown);
    }
  };
  const openDocument = (documentId: string) =>
    void go({ screen: 'document', documentId, review: false, meeting: { meetingId } }).catch(notifyFailure);
  useCommands({
    save: () => void save(),
    'close-document': close,
    undo: () => void saved.undo(),
    redo: () => void saved.redo(),
    'meeting-after': close,
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) saved.undo();
    else if (key === 'y' || (key === 'z' && event.shiftKey)) saved.redo();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const row = (
    id: string,
    words: string,
    aside: string,
    Icon: typeof Users | null,
    number = '',
    level = 1,
  ) => (
    <li key={id}>
      <button
        type="button"
        className="record-row"
        data-level={level}
        aria-current={part === id ? 'page' : undefined}
        onClick={() => setPart(id)}
      >
        {Icon ? <Icon size={16} aria-hidden /> : <span className="agenda-number">{number}</span>}
        <span className="shelf-name">{words}</span>
        <span className="record-aside">{aside}</span>
      </button>
    </li>
  );
  return (
    <div className="writing record" onKeyDownCapture={onKeyDown}>
      <header className="bar" data-region="bar">
        <div className="bar-start">
          <Button onPress={close} aria-label="Back to the agenda">
            <ChevronLeft size={16} aria-hidden /> Agenda
          </Button>
          <h1 className="bar-title" title={name}>
            After the meeting: {name}
          </h1>
        </div>
        <div className="bar-middle" role="toolbar" aria-label="Record">
          <IconButton
            label={saved.canUndo === null ? 'Undo' : `Undo: ${saved.canUndo.toLowerCase()}`}
            shortcut="Ctrl+Z"
            isDisabled={saved.canUndo === null}
            onPress={() => void saved.undo()}
          >
            <Undo2 size={16} aria-hidden />
          </IconButton>
          <IconButton
            label={saved.canRedo === null ? 'Redo' : `Redo: ${saved.canRedo.toLowerCase()}`}
            shortcut="Ctrl+Y"
            isDisabled={saved.canRedo === null}
            onPress={() => void saved.redo()}
          >
            <Redo2 size={16} aria-hidden />
          </IconButton>
        </div>
        <div className="bar-end">
          <SaveLabel key={askedSaves} state={saveState} asked={askedSaves > 0} />
          <SaveAnnouncer state={saveState} asked={askedSaves} />
          <Menu
            label="Draft"
            placement="bottom end"
            trigger={
              <Button look="primary">
                Draft <ChevronDown size={14} aria-hidden />
              </Button>
            }
          >
            {drafts.map(({ kind, label, icon: Icon }) => (
              <MenuItem
                key={kind}
                label={kind === 'minutes' && isMinisterial ? 'Readout' : label}
                icon={<Icon size={14} aria-hidden />}
                onAction={() => void draft(kind)}
              />
            ))}
          </Menu>
        </div>
      </header>
      <div className="record-columns">
        <nav className="record-nav" aria-label="Parts of the record" data-region="navigator">
          <ul>
            {row('attendance', 'Attendance', presentWords(record), Users)}
            {isMinisterial
              ? null
              : row(
                  'declarations',
                  'Declarations',
                  record.declarations.length === 0 ? 'None' : String(record.declarations.length),
                  HandHelping,
                )}
          </ul>
          <ul>
            {items.map(({ item, level }) => {
              const { outcome } = recordOf(record, item.id);
              return row(
                item.id,
                item.title === '' ? 'Untitled item' : item.title,
                outcome === null ? '' : outcomeNames[outcome],
                null,
                numbers.get(item.id),
                level,
              );
            })}
          </ul>
          <WrittenList meetingId={meetingId} count={drafted} onOpen={openDocument} />
        </nav>
        <main className="record-main" aria-label="Record" data-region="sheet">
          <SaveBanner
            what="record"
            saveState={saveState}
            onRetry={() => void save()}
            onOverwrite={saved.overwrite}
            onReopen={onReopen}
          />
          <div className="record-form">
            {chosen ? (
              <ItemOutcome
                key={chosen.id}
                entry={chosen}
                meeting={meeting}
                record={record}
                change={saved.change}
              />
            ) : part === 'declarations' ? (
              <Declarations
                record={record}
                items={items.map(({ item }) => item)}
                numbers={numbers}
                change={saved.change}
              />
            ) : (
              <Attendance record={record} change={saved.change} isMinisterial={isMinisterial} />
            )}
          </div>
        </main>
      </div>
      <footer className="status-bar" data-region="status">
        <span className="status-words">{attendanceWords(record)}</span>
        <span className="status-gap" />
      </footer>
      {leaving.dialog}
    </div>
  );
}
