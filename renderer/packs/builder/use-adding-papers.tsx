/** The ways in which papers come into the agenda: documents written here, files chosen or dropped, promises. */
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { DocumentSummary } from '../../../shared/contract/calls.ts';
import type { GrantedFile } from '../../../shared/contract/desktop.ts';
import type { AddedFile } from '../../../shared/contract/meeting-calls.ts';
import type { Paper } from '../../../shared/pack/meeting.ts';
import { notifyFailure } from '../../app/failures.ts';
import { useServices } from '../../app/services.ts';
import { kindNames, titleFor } from '../../library/list-model.ts';
import type { PaletteEntry } from '../../palette/entries.ts';
import { Picker } from '../../palette/picker.tsx';
import { notify } from '../../ui/toasts.tsx';
import { newPaper } from '../agenda/make.ts';
import { DocumentsDialog } from './documents-dialog.tsx';
import type { Job } from './job-progress.tsx';
import type { AgendaActions } from './use-agenda-actions.ts';
import type { MeetingSession } from './use-meeting.ts';

export interface PaperAdding {
  readonly dialog: ReactNode;
  readonly job: Job | null;
  /** @param near the row they come under or behind; null: each becomes an item. */
  documents(near: string | null): void;
  files(near: string | null): void;
  dropped(files: readonly File[], near: string | null): void;
  newDocument(near: string | null): void;
  toFollow(near: string | null): void;
  replaceWithDocument(paperId: string): void;
  replaceWithFile(paperId: string): void;
}

type Choosing = { readonly near: string | null } | { readonly replaces: string };

export function useAddingPapers(
  session: MeetingSession,
  actions: AgendaActions,
  newDocument: PaperAdding['newDocument'],
): PaperAdding {
  const { client, desktop } = useServices();
  const [choosing, setChoosing] = useState<Choosing | null>(null);
  const [job, setJob] = useState<Job | null>(null);
  const meetingId = session.meeting.id;
  const mint = () => crypto.randomUUID();

  /** Keeps their bytes, one by one, until it is done or cancelled. */
  const keep = async (files: readonly GrantedFile[]): Promise<readonly AddedFile[]> => {
    const abort = new AbortController();
    const show = (done: number, label: string) => setJob({ label, done, cancel: () => abort.abort() });
    show(0, files.length === 1 ? `Adding ${files[0]?.name}` : `Adding ${files.length} files`);
    try {
      return await client.call(
        'meetings.addFiles',
        { meetingId, files: files.map(({ grant }) => ({ grant })) },
        { signal: abort.signal, onProgress: show },
      );
    } finally {
      setJob(null);
    }
  };
  const paperOf = ({ source, title, appendix }: AddedFile): Paper[] =>
    source === null ? [] : [newPaper(mint(), title, source, appendix)];

  const add = async (files: readonly GrantedFile[], near: string | null) => {
    if (files.length === 0) return;
    const kept = await keep(files);
    actions.addPapers(near, kept.filter(({ status }) => status === 'added').flatMap(paperOf));
    const duplicates = kept.filter(({ status }) => status === 'duplicate');
    if (duplicates.length > 0) {
      notify({
        tone: 'info',
        title:
          duplicates.length === 1
            ? `“${duplicates[0]?.name}” is in this agenda already`
            : `${duplicates.length} files are in this agenda already`,
        body: 'They were not added a second time.',
        actions: [{ label: 'Add anyway', run: () => actions.addPapers(near, duplicates.flatMap(paperOf)) }],
      });
    }
    tellFailed(kept);
  };
  const replaceWith = async (paperId: string) => {
    const files = await desktop.choosePaperFiles();
    const [first] = files;
    if (!first) return;
    const kept = await keep([first]);
    tellFailed(kept);
    const source = kept[0]?.source;
    if (source) actions.changePaper(paperId, { source }, 'Replace paper');
  };
  const run = (work: Promise<unknown>) => void work.catch(notifyFailure);

  const choose = (document: DocumentSummary) => {
    const source = { type: 'document', documentId: document.id } as const;
    if (choosing && 'replaces' in choosing) {
      actions.changePaper(choosing.replaces, { source }, 'Replace paper');
    }
  };
  const closeChoosing = () => setChoosing(null);
  const addDocuments = (documents: readonly DocumentSummary[], near: string | null) =>
    actions.addPapers(
      near,
      documents.map((document) =>
        newPaper(mint(), titleFor(document), { type: 'document', documentId: document.id }),
      ),
    );

  return {
    job,
    dialog:
      choosing === null ? null : 'replaces' in choosing ? (
        <DocumentPicker onChoose={choose} onClose={closeChoosing} />
      ) : (
        <DocumentsDialog
          onAdd={(documents) => addDocuments(documents, choosing.near)}
          onNew={() => {
            closeChoosing();
            newDocument(choosing.near);
          }}
          onClose={closeChoosing}
        />
      ),
    documents: (near) => setChoosing({ near }),
    files: (near) => run(desktop.choosePaperFiles().then((files) => add(files, near))),
    dropped: (files, near) => run(desktop.grantDropped(files).then((granted) => add(granted.flat(), near))),
    newDocument,
    toFollow: (near) => actions.addPapers(near, [newPaper(mint(), 'Report', { type: 'toFollow' })]),
    replaceWithDocument: (replaces) => setChoosing({ replaces }),
    replaceWithFile: (paperId) => run(replaceWith(paperId)),
  };
}

function tellFailed(kept: readonly AddedFile[]): void {
  const failed = kept.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return;
  notify({
    tone: 'error',
    title:
      failed.length === 1 ? `“${failed[0]?.name}” was not added` : `${failed.length} files were not added`,
    body:
      failed.length === 1
        ? (failed[0]?.reason ?? '')
        : failed.map(({ name, reason }) => `${name}: ${reason ?? ''}`).join(' '),
  });
}

interface PickerProps {
  readonly onChoose: (document: DocumentSummary) => void;
  readonly onClose: () => void;
}

/** More than one looks through; typing finds the others. */
const LISTED = 40;

function DocumentPicker({ onChoose, onClose }: PickerProps) {
  const { client } = useServices();
  const [documents, setDocuments] = useState<readonly DocumentSummary[] | null>(null);
  useEffect(() => {
    client.call('documents.list', {}).then(setDocuments, (thrown) => {
      notifyFailure(thrown);
      onClose();
    });
  }, [client, onClose]);
  const entries = useMemo(
    () =>
      (documents ?? [])
        .toSorted((one, other) => other.updatedAt.localeCompare(one.updatedAt))
        .map(
          (document, at): PaletteEntry => ({
            id: document.id,
            group: 'Documents, last changed first',
            name: [titleFor(document), kindNames[document.kind], document.subtitle]
              .filter((part) => part !== '')
              .join(' — '),
            onlyWhenAsked: at >= LISTED,
            run: () => onChoose(document),
          }),
        ),
    [documents, onChoose],
  );
  if (documents === null) return null;
  return (
    <Picker
      title="Replace with a document"
      asks="Title or words of a document"
      entries={entries}
      onClose={onClose}
    />
  );
}
