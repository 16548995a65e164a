import './writing.css';
import { memo, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { countDocument } from '../../shared/counts/count.ts';
import { blockNames } from '../../shared/document/block-names.ts';
import { exemptBlocks } from '../../shared/document/exempt.ts';
import type { DocumentKind } from '../../shared/document/schema.ts';
import { titleOf } from '../../shared/document/walk.ts';
import { isCiting } from '../../shared/print/evidence-notices.ts';
import { provisionalNumbers } from '../../shared/print/numbering.ts';
import { useCommands } from '../app/commands.tsx';
import { useKeptPlace } from '../app/kept-place.ts';
import { noteOpened } from '../app/recent-documents.ts';
import { useServices } from '../app/services.ts';
import { useMenuLists } from '../app/use-menu-lists.ts';
import type { BlockFocus, EditorHandle } from '../editor/api.ts';
import { editorCommands } from '../editor/commands.ts';
import { DocumentEditor } from '../editor/document-editor.tsx';
import { useFacts } from '../evidence/use-facts.ts';
import { useDespatchExport } from '../export/use-despatch-export.tsx';
import { useExport } from '../export/use-export.tsx';
import { useImportReport } from '../import-report/use-import-report.ts';
import { titleFor } from '../library/list-model.ts';
import { type KeptSaveState, useSaveState } from '../saving/kept-state.ts';
import { useLeaving } from '../saving/use-leaving.tsx';
import { Columns, useColumns } from '../ui/columns.tsx';
import { useLeisure } from '../ui/use-leisure.ts';
import { useRegions } from '../ui/use-regions.ts';
import { useSteady } from '../ui/use-steady.ts';
import { Banners } from './banners.tsx';
import { Bar } from './bar.tsx';
import { type Desk, DeskContext } from './desk.ts';
import { insertMenu } from './insert-menu.ts';
import { Inspector } from './inspector.tsx';
import { Navigator } from './navigator.tsx';
import { type OpenedDocument, type OpenedFrom, placeBefore } from './opened-document.ts';
import { findingsByEntry, outlineOf } from './outline.ts';
import { useCurrentEntry } from './outline-rows.ts';
import { useDeskEntries } from './palette-entries.ts';
import { patienceFor } from './patience.ts';
import { Provided } from './provided.tsx';
import { StatusBar } from './status-bar.tsx';
import { findingsNow, useFindings } from './use-findings.ts';
import { useSession } from './use-session.ts';
import { useSkeleton } from './use-skeleton.ts';
import { useZoom } from './use-zoom.ts';

const usualWidths = { navigator: 232, inspector: 328 };
const columnNames = { navigator: 'Outline', sheet: 'Text', inspector: 'Side panel' };

interface Props {
  readonly opened: OpenedDocument;
  readonly review: boolean;
  /** Where to begin to read. */
  readonly blockId?: string;
  /** The agenda that it was opened from. */
  readonly meeting?: OpenedFrom;
  /** Throws this window's state away and shows the stored document. */
  readonly onReopen: () => void;
}

const Editor = memo(DocumentEditor);

export function Writing({ opened, review, blockId, meeting, onReopen }: Props) {
  const { go } = useServices();
  const isNewer = opened.unknownParts.length > 0;
  const readOnly = isNewer || opened.libraryShut !== null;
  const editor = useRef<EditorHandle>(null);
  const desk = useRef<HTMLDivElement>(null);
  const session = useSession(opened, editor);
  const { document, saving } = session;
  const [focus, setFocus] = useState<BlockFocus | null>(null);
  const [tab, setTab] = useState(review && opened.importReport.length > 0 ? 'import-report' : 'checks');
  const insertable = useMemo(() => (readOnly ? [] : insertMenu(document.kind)), [readOnly, document.kind]);
  const [askedSaves, setAskedSaves] = useState(0);
  const columns = useColumns('writing.columns', usualWidths);
  const zoom = useZoom();
  const regions = useRegions(editor);

  // Everything beside the sheet may lag behind the keys.
  const settled = useDeferredValue(document);
  const inHand = focus?.empty ? focus.blockId : null;
  const [patience] = useState(() => patienceFor(opened.document));
  const leisure = useLeisure(patience.pause);
  const skeleton = useSkeleton(leisure ? settled : (patience.first ?? settled));
  const numbers = useMemo(() => provisionalNumbers(skeleton, inHand), [skeleton, inHand]);
  const outline = useMemo(() => outlineOf(skeleton, numbers), [skeleton, numbers]);
  const counts = useMemo(() => (leisure ? countDocument(settled) : null), [leisure, settled]);
  const report = useImportReport(opened, settled, editor);
  const evidence = useFacts(settled);
  const { findings, checked } = useFindings(settled, report.rows, evidence.facts);
  const openFindings = useMemo(() => findingsByEntry(outline, findings), [outline, findings]);
  const currentEntry = useCurrentEntry(outline, focus?.blockId ?? null);
  const title = useMemo(() => titleOf(settled), [settled]);
  const despatchExport = useDespatchExport({
    documentId: document.id,
    title: titleFor({ title, kind: document.kind }),
    readOnly: isNewer,
    flush: session.flush,
  });
  const exporting = useExport({
    documentId: document.id,
    kind: document.kind,
    // With what was typed and marked up to this moment, as it will be exported: `settled` may lag behind it.
    citing: () => isCiting(session.current()),
    withholds: () => exemptBlocks(session.current()).size > 0,
    title,
    readOnly: isNewer,
    check: () => findingsNow(session.current(), report.rows, evidence.facts),
    places() {
      const now = session.current();
      return blockNames(now, provisionalNumbers(now, inHand));
    },
    flush: session.flush,
    onShowFindings: () => showTab('checks'),
    onGoTo: (blockId) => editor.current?.goTo(blockId),
  });
  const leaving = useLeaving(session);

  useEffect(() => editor.current?.setSettings(document.settings), [document.settings]);

  // One opens a document to write in it.
  useEffect(() => {
    if (readOnly)
      desk.current?.querySelector<HTMLElement>('[role="textbox"]')?.focus({ preventScroll: true });
    else editor.current?.focus();
    if (blockId !== undefined) editor.current?.beginAt(blockId);
  }, [readOnly, blockId]);

  const goTo = useCallback((blockId: string) => editor.current?.goTo(blockId), []);
  const showTab = (wanted: string) => {
    columns.open('inspector');
    setTab(wanted);
    regions.focus('inspector');
  };
  const toggleTab = (wanted: string) => {
    if (columns.isOpen('inspector') && tab === wanted) return columns.toggle('inspector');
    columns.open('inspector');
    setTab(wanted);
  };
  // Everything is saved by itself; the key that hands know is answered all the same, in sight and aloud.
  const save = async () => {
    if (readOnly) return;
    try {
      await session.flush();
      setAskedSaves((count) => count + 1);
    } catch {
      // The banner above the sheet says why.
    }
  };
  const close = () => void go(placeBefore(document.id, meeting));
  const inField = () => window.document.activeElement instanceof HTMLInputElement;
  useCommands({
    save: () => void save(),
    export: exporting.ask,
    'export-docx': () => exporting.start('docx'),
    'export-docx-comments': () => exporting.start('docx', 'with comments'),
    'export-pdf': () => exporting.start('pdf'),
    'export-despatch': despatchExport.ask,
    'close-document': close,
    undo: () => (inField() ? window.document.execCommand('undo') : editor.current?.undo()),
    redo: () => (inField() ? window.document.execCommand('redo') : editor.current?.redo()),
    'toggle-navigator': () => columns.toggle('navigator'),
    'toggle-inspector': () => columns.toggle('inspector'),
    'zoom-in': zoom.larger,
    'zoom-out': zoom.smaller,
    'zoom-reset': zoom.reset,
  });

  const barActions = useSteady({
    close,
    setMarking: session.setMarking,
    askExport: exporting.ask,
    exportDespatch: despatchExport.ask,
    startExport: exporting.start,
  });
  const steady = useSteady({ showTab, toggleTab, save: () => void save() });
  const onDesk: Desk = {
    opened,
    document: settled,
    skeleton,
    title,
    numbers,
    outline,
    counts,
    findings,
    checked,
    evidence,
    report,
    focus,
    editor,
    readOnly,
    saving,
    job: exporting.job ?? despatchExport.job,
    goTo,
    ...steady,
    flush: session.flush,
    setMarking: session.setMarking,
    setSettings: session.setSettings,
  };
  useKeptPlace({
    screen: 'document',
    documentId: document.id,
    blockId: focus?.blockId ?? blockId,
    meeting,
  });
  useDeskEntries(onDesk);
  const shownTitle = titleFor({ title, kind: document.kind });
  useEffect(() => noteOpened({ id: document.id, title: shownTitle }), [document.id, shownTitle]);
  useMenuLists(insertable, shownTitle, (id) => {
    const command = editorCommands.find((candidate) => candidate.id === id);
    if (command) editor.current?.run(command.id);
    editor.current?.focus();
  });
  const screen = (
    <div className="writing">
      <Bar
        kind={document.kind}
        marking={document.marking}
        title={title}
        readOnly={readOnly}
        exportable={!isNewer}
        saving={saving}
        askedSaves={askedSaves}
        columns={columns}
        backTo={meeting === undefined ? 'library' : 'agenda'}
        actions={barActions}
      />
      <Columns
        state={columns}
        names={columnNames}
        navigator={<Navigator ready={leisure} findings={openFindings} current={currentEntry} />}
        inspector={<Inspector tab={tab} onTab={setTab} />}
      >
        <div ref={desk} className="desk">
          <Banners
            unknownParts={opened.unknownParts}
            libraryShut={opened.libraryShut}
            saving={saving}
            onRetry={() => void save()}
            onOverwrite={session.overwrite}
            onReopen={onReopen}
          />
          <div className="paper" style={{ zoom: zoom.factor }}>
            <Editor
              ref={editor}
              initial={opened.document}
              readOnly={readOnly}
              findings={findings}
              onChange={session.onChange}
              onDirty={session.onDirty}
              onFocusChange={setFocus}
            />
          </div>
        </div>
      </Columns>
      <StatusBar />
      <WindowState saving={saving} title={title} kind={document.kind} />
      {exporting.dialog}
      {despatchExport.dialog}
      {leaving.dialog}
    </div>
  );
  return (
    <DeskContext value={onDesk}>
      <Provided>{screen}</Provided>
    </DeskContext>
  );
}

/** Tells the frame of the window, and its menu, what is open and whether it is saved. */
function WindowState({
  saving,
  title,
  kind,
}: {
  readonly saving: KeptSaveState;
  readonly title: string;
  readonly kind: DocumentKind;
}) {
  const { desktop } = useServices();
  const saved = useSaveState(saving).status === 'saved';
  useEffect(() => {
    desktop.setWindowState({ title, saved, documentOpen: true, documentKind: kind });
  }, [desktop, title, saved, kind]);
  return null;
}
