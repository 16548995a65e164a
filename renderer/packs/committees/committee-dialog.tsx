import '../../evidence/shelf/details/details.css';
import '../../export/export.css';
import '../packs.css';
import { Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { type ErrorData, toErrorData } from '../../../shared/contract/errors.ts';
import { explain, explainInOneLine } from '../../../shared/contract/messages.ts';
import type { Committee } from '../../../shared/pack/committee.ts';
import { useServices } from '../../app/services.ts';
import { canonical } from '../../saving/canonical.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { LayoutFields } from '../fields/layout-fields.tsx';
import { MembersField } from '../fields/members-field.tsx';
import { CommitteeFields } from './committee-fields.tsx';
import { HolidaysField } from './holidays-field.tsx';
import { StandardItemsField } from './standard-items-field.tsx';
import { StepsField } from './steps-field.tsx';

interface Props {
  readonly committeeId: string;
  readonly onSaved: () => void;
  /** To the bin; absent: not from here. */
  readonly onRemove?: () => void;
  readonly onClose: () => void;
}

interface Opened {
  readonly committee: Committee;
  readonly revision: number;
}

/** What the meetings of a committee begin with. Meetings that exist keep what they have. */
export function CommitteeDialog({ committeeId, onSaved, onRemove, onClose }: Props) {
  const { client } = useServices();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  useEffect(() => {
    client
      .call('committees.open', { committeeId })
      .then(setOpened, (thrown) => setError(toErrorData(thrown)));
  }, [client, committeeId]);
  if (error) {
    const { what, why, next } = explain(error);
    return (
      <Dialog
        title={what}
        role="alertdialog"
        onClose={onClose}
        actions={<Button onPress={onClose}>Close</Button>}
      >
        <p>
          {why} {next}
        </p>
      </Dialog>
    );
  }
  if (!opened) return null;
  return <Editing opened={opened} onSaved={onSaved} onClose={onClose} {...(onRemove ? { onRemove } : {})} />;
}

interface EditingProps extends Omit<Props, 'committeeId'> {
  readonly opened: Opened;
}

function Editing({ opened, onSaved, onRemove, onClose }: EditingProps) {
  const { client } = useServices();
  const [committee, setCommittee] = useState(opened.committee);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const isDirty = canonical(committee) !== canonical(opened.committee);
  const put = (change: Partial<Committee>) => setCommittee((now) => ({ ...now, ...change }));
  const save = async () => {
    if (!isDirty) return onClose();
    setBusy(true);
    try {
      await client.call('committees.save', { committee, baseRevision: opened.revision });
      onSaved();
      onClose();
    } catch (thrown) {
      setProblem(explainInOneLine(toErrorData(thrown)));
      setBusy(false);
    }
    return undefined;
  };
  const isMinisterial = committee.kind === 'ministerial';
  return (
    <Dialog
      title={opened.committee.name}
      // What was typed is not lost by a click beside the dialog.
      role={isDirty ? 'alertdialog' : 'dialog'}
      width={720}
      onClose={onClose}
      actions={
        <>
          {onRemove ? (
            <Button className="dialog-aside" onPress={onRemove}>
              <Trash2 size={14} aria-hidden /> Move to the bin
            </Button>
          ) : null}
          {problem === null ? null : (
            <p role="alert" className="problem dialog-problem">
              {problem}
            </p>
          )}
          <Button onPress={onClose}>{isDirty ? 'Discard changes' : 'Cancel'}</Button>
          <Button
            look="primary"
            isDisabled={busy || committee.name.trim() === ''}
            onPress={() => void save()}
          >
            {isDirty ? 'Save' : 'Done'}
          </Button>
        </>
      }
    >
      <Tabs className="committee-tabs">
        <TabList className="tab-list" aria-label="About the committee">
          <Tab id="facts" className="tab">
            Defaults
          </Tab>
          <Tab id="members" className="tab">
            {isMinisterial ? 'Attendees' : 'Members'}{' '}
            {committee.members.length > 0 ? <span className="count">{committee.members.length}</span> : null}
          </Tab>
          <Tab id="items" className="tab">
            Standard items{' '}
            {committee.standardItems.length > 0 ? (
              <span className="count">{committee.standardItems.length}</span>
            ) : null}
          </Tab>
          <Tab id="layout" className="tab">
            Layout
          </Tab>
          <Tab id="steps" className="tab">
            Report deadlines
          </Tab>
          {isMinisterial ? null : (
            <Tab id="holidays" className="tab">
              Bank holidays
            </Tab>
          )}
        </TabList>
        <TabPanel id="facts" className="committee-panel">
          <CommitteeFields committee={committee} onChange={put} />
        </TabPanel>
        <TabPanel id="members" className="committee-panel">
          <MembersField
            kind={committee.kind}
            members={committee.members}
            onChange={(members) => put({ members })}
          />
        </TabPanel>
        <TabPanel id="items" className="committee-panel">
          <StandardItemsField
            items={committee.standardItems}
            onChange={(standardItems) => put({ standardItems: [...standardItems] })}
          />
        </TabPanel>
        <TabPanel id="layout" className="committee-panel">
          <LayoutFields layout={committee.layout} onChange={(layout) => put({ layout })} />
        </TabPanel>
        <TabPanel id="steps" className="committee-panel">
          <StepsField steps={committee.steps} onChange={(steps) => put({ steps })} />
        </TabPanel>
        {isMinisterial ? null : (
          <TabPanel id="holidays" className="committee-panel">
            <HolidaysField
              country={committee.country}
              edits={committee.bankHolidays}
              onChange={(bankHolidays) => put({ bankHolidays })}
            />
          </TabPanel>
        )}
      </Tabs>
    </Dialog>
  );
}
