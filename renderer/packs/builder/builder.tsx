import '../../evidence/shelf/details/details.css';
import '../../export/export.css';
import '../../writing/writing.css';
import '../packs.css';
import './builder.css';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { MenuLists } from '../../../shared/contract/desktop.ts';
import { useCommands } from '../../app/commands.tsx';
import { notifyFailure } from '../../app/failures.ts';
import { useKeptPlace } from '../../app/kept-place.ts';
import { useServices } from '../../app/services.ts';
import { useMenuLists } from '../../app/use-menu-lists.ts';
import { SaveBanner } from '../../saving/banner.tsx';
import { useLeaving } from '../../saving/use-leaving.tsx';
import { Columns, useColumns } from '../../ui/columns.tsx';
import { useRegions } from '../../ui/use-regions.ts';
import { numbersOf } from '../agenda/numbers.ts';
import { findItem, findPaper } from '../agenda/tree.ts';
import { CommitteeDialog } from '../committees/committee-dialog.tsx';
import { meetingName } from '../meetings/list-model.ts';
import { useNewMeeting } from '../meetings/use-new-meeting.ts';
import { PacksPanel } from '../publish/packs-panel.tsx';
import { usePacks } from '../publish/use-packs.tsx';
import { BuilderBar } from './builder-bar.tsx';
import { BuilderStatus } from './builder-status.tsx';
import { ChangedFilesDialog } from './changed-files-dialog.tsx';
import { CheckPanel } from './check-panel.tsx';
import { type AgendaDesk, AgendaDeskContext, type InspectorTab } from './desk.ts';
import { Facts } from './facts.tsx';
import { NothingChosen, PackInspector } from './inspector/inspector.tsx';
import { ItemDetails } from './inspector/item-details.tsx';
import { PaperDetails } from './inspector/paper-details.tsx';
import { keptCheckOf } from './kept-check.ts';
import { AgendaOutline } from './outline/outline.tsx';
import { useAddingPapers } from './use-adding-papers.tsx';
import { useAgendaActions } from './use-agenda-actions.ts';
import { useChangedFiles } from './use-changed-files.ts';
import { useCommittee } from './use-committee.ts';
import { type Opened, useMeeting } from './use-meeting.ts';
import { useNewDocument } from './use-new-document.ts';
import { useOpenPaper } from './use-open-paper.ts';
import { usePackCheck } from './use-pack-check.ts';
import { usePaperFacts } from './use-paper-facts.ts';

interface Props {
  readonly opened: Opened;
  /** Where to begin; null: at the first item. */
  readonly rowId: string | null;
  readonly onReopen: () => void;
}

const usualWidths = { navigator: 280, inspector: 344 };
const columnNames = { navigator: 'Meeting', sheet: 'Agenda', inspector: 'Side panel' };
const noInsert: MenuLists['insert'] = [];

/** The agenda of a meeting in the middle, what is known of the meeting at the left, and of what is chosen at the right. */
export function Builder({ opened, rowId, onReopen }: Props) {
  const { desktop, go } = useServices();
  const session = useMeeting(opened);
  const { meeting, saveState } = session;
  const tree = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string | null>(rowId ?? meeting.items[0]?.id ?? null);
  const [editing, setEditing] = useState<string | null>(null);
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const [tab, setTab] = useState<InspectorTab>(() =>
    keptCheckOf(meeting.id) === null ? 'details' : 'check',
  );
  const [said, setSaid] = useState('');
  const [askedSaves, setAskedSaves] = useState(0);
  const [deciding, setDeciding] = useState<string | null>(null);
  const [editingCommittee, setEditingCommittee] = useState(false);
  const columns = useColumns('packs.columns', usualWidths);
  const { committee, reload: reloadCommittee } = useCommittee(meeting.committeeId);
  const newMeetings = useNewMeeting();
  const leaving = useLeaving(session);

  const numbers = useMemo(() => numbersOf(meeting.items), [meeting.items]);
  const announce = useCallback(
    // Words that do not change are not read out again.
    (words: string) => setSaid((before) => (before === words ? `${words}\u00a0` : words)),
    [],
  );
  /** What was chosen last, also where the window does not show it yet. */
  const wanted = useRef<string | null>(null);
  const choose = useCallback((id: string | null) => {
    wanted.current = id;
    setChosen(id);
  }, []);
  const reveal = useCallback(
    (id: string) => {
      choose(id);
      // The tree draws a new row a frame after it was given it.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          // Whoever is quick has begun another item by then.
          if (wanted.current !== id) return;
          const row = tree.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(id)}"]`);
          row?.scrollIntoView({ block: 'nearest' });
          // A title that is written keeps the focus in its field.
          if (tree.current?.querySelector('[data-title-field]') === null) row?.focus();
        }),
      );
    },
    [choose],
  );
  const sheet = useMemo(
    () => ({
      current: {
        focus: () =>
          document
            .querySelector<HTMLElement>(
              '.agenda [role="row"][tabindex="0"], .agenda [role="row"], .agenda .empty button',
            )
            ?.focus(),
      },
    }),
    [],
  );
  const regions = useRegions(sheet);
  const showTab = (wanted: InspectorTab) => {
    columns.open('inspector');
    setTab(wanted);
    regions.focus('inspector');
  };

  const base = { session, choose, edit: setEditing, reveal, announce };
  const actions = useAgendaActions(base);
  const newDocument = useNewDocument(session, committee, actions);
  const adding = useAddingPapers(session, actions, newDocument);
  const check = usePackCheck(session);
  const changed = useChangedFiles(session);
  const packs = usePacks({ session, showTab, changed });
  const facts = usePaperFacts(session, packs.list);
  const openPaper = useOpenPaper(session, showTab);
  const desk: AgendaDesk = {
    ...base,
    openPaper: openPaper.open,
    facts,
    changed,
    decide: setDeciding,
    numbers,
    chosen,
    editing,
    showTab,
    findings: check.findings,
    collapsed,
    setCollapsed,
  };

  const name = meetingName(meeting);
  useEffect(() => {
    desktop.setWindowState({
      title: name,
      saved: saveState.status === 'saved',
      documentOpen: false,
      documentKind: null,
      meetingOpen: true,
    });
  }, [desktop, name, saveState.status]);
  useMenuLists(noInsert, name);
  // One opens a meeting to work on its agenda.
  useEffect(() => {
    if (rowId !== null) reveal(rowId);
    else {
      const frame = requestAnimationFrame(() => sheet.current.focus());
      return () => cancelAnimationFrame(frame);
    }
    return undefined;
  }, [rowId, reveal, sheet]);

  // Taking back may remove the row with the focus; with none, the keys that do it again would reach nobody.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the rows are others
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) sheet.current.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [meeting.items, sheet]);

  const save = async () => {
    try {
      await session.flush();
      setAskedSaves((count) => count + 1);
    } catch {
      // The banner above the agenda says why.
    }
  };
  const close = () => void go({ screen: 'meetings', meetingId: meeting.id }).catch(notifyFailure);
  useKeptPlace({ screen: 'meeting', meetingId: meeting.id });
  useCommands({
    save: () => void save(),
    'close-document': close,
    undo: actions.undo,
    redo: actions.redo,
    meetings: close,
    'toggle-navigator': () => columns.toggle('navigator'),
    'toggle-inspector': () => columns.toggle('inspector'),
    'meeting-add-item': () => actions.addItem(chosen),
    'meeting-add-documents': () => adding.documents(chosen),
    'meeting-add-files': () => adding.files(chosen),
    'meeting-add-to-follow': () =>
      chosen === null ? announce('Choose the item that the paper is for first.') : adding.toFollow(chosen),
    'meeting-check': () => {
      showTab('check');
      check.run();
    },
    'meeting-packs': () => showTab('packs'),
    'meeting-after': () => void go({ screen: 'record', meetingId: meeting.id }).catch(notifyFailure),
    'meeting-next': () => newMeetings.nextAfter(meeting.id),
    'meeting-committee':
      meeting.committeeId === null
        ? { unavailable: 'This meeting stands by itself' }
        : () => setEditingCommittee(true),
    ...packs.commands,
  });
  /** Every field here writes into the meeting, so that taking back is one thing everywhere in it. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) actions.undo();
    else if (key === 'y' || (key === 'z' && event.shiftKey)) actions.redo();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const item = chosen === null ? null : (findItem(meeting.items, chosen)?.item ?? null);
  const paper = chosen === null ? null : (findPaper(meeting.items, chosen)?.paper ?? null);
  return (
    <AgendaDeskContext value={desk}>
      <div className="writing" onKeyDownCapture={onKeyDown}>
        <BuilderBar
          actions={actions}
          adding={adding}
          packs={packs}
          columns={columns}
          askedSaves={askedSaves}
          onClose={close}
        />
        <Columns
          state={columns}
          names={columnNames}
          navigator={
            <Facts
              committee={committee}
              onDeadlines={packs.showDeadlines}
              onCommittee={() => setEditingCommittee(true)}
            />
          }
          inspector={
            <PackInspector
              tab={tab}
              onTab={setTab}
              packCount={packs.list?.length ?? 0}
              details={
                item ? (
                  <ItemDetails key={item.id} item={item} actions={actions} />
                ) : paper ? (
                  <PaperDetails
                    key={paper.id}
                    paper={paper}
                    actions={actions}
                    adding={adding}
                    onOpen={openPaper.open}
                    onSave={openPaper.save}
                  />
                ) : (
                  <NothingChosen />
                )
              }
              check={<CheckPanel check={check} />}
              packs={<PacksPanel packs={packs} />}
            />
          }
        >
          <div className="agenda-desk">
            <SaveBanner
              what="meeting"
              saveState={saveState}
              onRetry={() => void save()}
              onOverwrite={session.overwrite}
              onReopen={onReopen}
            />
            <AgendaOutline tree={tree} actions={actions} adding={adding} onOpenPaper={openPaper.open} />
          </div>
        </Columns>
        <BuilderStatus job={adding.job ?? packs.job ?? check.job} onSave={() => void save()} />
        <p className="visually-hidden" role="status">
          {said}
        </p>
        {adding.dialog}
        {packs.dialog}
        {deciding === null ? null : (
          <ChangedFilesDialog
            changed={changed}
            only={deciding}
            next={null}
            onClose={() => setDeciding(null)}
          />
        )}
        {leaving.dialog}
        {editingCommittee && meeting.committeeId !== null ? (
          <CommitteeDialog
            committeeId={meeting.committeeId}
            onSaved={reloadCommittee}
            onClose={() => setEditingCommittee(false)}
          />
        ) : null}
      </div>
    </AgendaDeskContext>
  );
}
