/** What Enter on a paper does: a document opens to be written in; a file shows what is known of it. */
import type { Paper } from '../../../shared/pack/meeting.ts';
import { notifyFailure } from '../../app/failures.ts';
import { useServices } from '../../app/services.ts';
import { notify } from '../../ui/toasts.tsx';
import { findPaper } from '../agenda/tree.ts';
import type { InspectorTab } from './desk.ts';
import type { MeetingSession } from './use-meeting.ts';

export interface OpenPaper {
  /** @param blockId where to begin to read a document. */
  open(paperId: string, blockId?: string): void;
  /** Writes the bytes of its file into one that a person chooses. */
  save(paper: Paper): void;
}

export function useOpenPaper(
  { meeting, papers, flush }: MeetingSession,
  showTab: (tab: InspectorTab) => void,
): OpenPaper {
  const { client, desktop, go } = useServices();
  const write = async ({ id: paperId, source }: Paper) => {
    if (source.type !== 'file') return;
    const file = await desktop.chooseOriginalFile(source.name);
    if (!file) return;
    await flush();
    const { fileName } = await client.call('meetings.savePaper', {
      meetingId: meeting.id,
      paperId,
      grant: file.grant,
    });
    notify({ tone: 'done', title: `Saved ${fileName}` });
  };
  return {
    open(paperId, blockId) {
      const source = findPaper(meeting.items, paperId)?.paper.source;
      if (source?.type === 'document' && papers.get(paperId)?.state === 'ready') {
        void go({
          screen: 'document',
          documentId: source.documentId,
          review: false,
          ...(blockId === undefined ? {} : { blockId }),
          meeting: { meetingId: meeting.id, rowId: paperId },
        }).catch(notifyFailure);
      } else showTab('details');
    },
    save: (paper) => void write(paper).catch(notifyFailure),
  };
}
