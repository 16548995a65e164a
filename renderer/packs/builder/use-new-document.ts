/** A new document for an item: of the committee's template, or a plain one. It opens to be written in. */
import type { DocumentKind } from '../../../shared/document/schema.ts';
import type { Committee } from '../../../shared/pack/committee.ts';
import { notifyFailure } from '../../app/failures.ts';
import { useServices } from '../../app/services.ts';
import { notify } from '../../ui/toasts.tsx';
import { newPaper } from '../agenda/make.ts';
import { itemIdOf } from '../agenda/nodes.ts';
import { findItem } from '../agenda/tree.ts';
import type { AgendaActions } from './use-agenda-actions.ts';
import type { MeetingSession } from './use-meeting.ts';

/** @returns what makes it under the row, or as an item of its own. */
export function useNewDocument(
  { meeting, flush }: MeetingSession,
  committee: Committee | null,
  actions: AgendaActions,
): (near: string | null) => void {
  const { client, go } = useServices();
  const make = async (near: string | null) => {
    const kind: DocumentKind = meeting.kind === 'ministerial' ? 'briefing' : 'report';
    const { documentId } = await create(kind);
    const itemId = itemIdOf(meeting.items, near);
    const title = (itemId === null ? '' : findItem(meeting.items, itemId)?.item.title) || 'Report';
    const paper = newPaper(crypto.randomUUID(), title, { type: 'document', documentId });
    actions.addPapers(near, [paper]);
    await flush();
    await go({
      screen: 'document',
      documentId,
      review: false,
      meeting: { meetingId: meeting.id, rowId: paper.id },
    });
  };
  const create = async (kind: DocumentKind) => {
    const templateId = committee?.template ?? null;
    if (templateId === null) return client.call('documents.create', { kind });
    const { templates } = await client.call('templates.list', {});
    if (templates.some(({ id }) => id === templateId))
      return client.call('documents.createFrom', { templateId, guidance: true });
    notify({
      tone: 'info',
      title: 'The committee’s template is not in this library',
      body: 'A plain document was made. Choose another template in the committee’s defaults.',
    });
    return client.call('documents.create', { kind });
  };
  return (near) => void make(near).catch(notifyFailure);
}
