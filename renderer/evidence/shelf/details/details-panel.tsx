import './details.css';
import { BookOpen, CircleAlert, CircleCheck, LoaderCircle, Trash2 } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { SourceSummary } from '../../../../shared/contract/evidence-source-calls.ts';
import { explain } from '../../../../shared/contract/messages.ts';
import { FailureMessage } from '../../../app/failure-message.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { takeHeldKeys } from '../../../ui/held-keys.ts';
import { sourceKindIcons, sourceKindNames } from '../../kinds.ts';
import { count } from '../adding/report-model.ts';
import { DetailsForm, titleFieldId } from './details-form.tsx';
import type { DetailsSession, DetailsState } from './details-session.ts';
import { Editions } from './editions.tsx';
import { fieldName } from './field-names.ts';
import { fieldWords } from './field-words.ts';
import { useDetails, useSession } from './use-details.ts';
import { Uses } from './uses.tsx';

export const detailTabs = ['details', 'editions', 'uses'] as const;
export type DetailTab = (typeof detailTabs)[number];

interface Props {
  readonly source: SourceSummary;
  readonly tab: DetailTab;
  readonly organisations: readonly string[];
  /** The form is to take the focus. */
  readonly editing: boolean;
  /** It has. */
  readonly onEditing: () => void;
  readonly onTab: (tab: DetailTab) => void;
  readonly onOpen: (source: SourceSummary, edition?: string) => void;
  readonly onRemove: (source: SourceSummary) => void;
}

/** All that is known of one source. */
export function DetailsPanel(props: Props) {
  const { source, tab, onTab, onOpen, onRemove } = props;
  const { session, error, settle } = useDetails(source.id, source.updatedAt);
  const Icon = sourceKindIcons[source.kind];
  return (
    <div className="source-details">
      <header className="details-head">
        <Icon size={16} aria-hidden />
        <p>
          {sourceKindNames[source.kind]}, {count(source.pages, 'page')}
          {source.words > 0 ? `, ${count(source.words, 'word')}` : null}
        </p>
        <Button look="outlined" onPress={() => onOpen(source)}>
          <BookOpen size={14} aria-hidden /> Open
        </Button>
        <IconButton label="Move to the bin" shortcut="Delete" onPress={() => onRemove(source)}>
          <Trash2 size={16} aria-hidden />
        </IconButton>
      </header>
      <h2 className="details-title" title={source.title}>
        {source.title}
      </h2>
      {error ? (
        <FailureMessage error={error} action="Look again" onAction={() => onTab(tab)} />
      ) : session === null ? null : (
        <Loaded {...props} session={session} settle={settle} />
      )}
    </div>
  );
}

interface LoadedProps extends Props {
  readonly session: DetailsSession;
  readonly settle: () => void;
}

function Loaded(props: LoadedProps) {
  const { session, settle, source, tab, editing, organisations, onEditing, onTab, onOpen } = props;
  useEffect(() => {
    if (!editing || tab !== 'details') return;
    const typed = takeHeldKeys();
    const field = document.getElementById(titleFieldId);
    field?.focus();
    if (field instanceof HTMLTextAreaElement) field.select();
    // As typed, so that the field hears it and can undo it.
    if (typed !== '') document.execCommand('insertText', false, typed);
    onEditing();
  }, [editing, tab, onEditing]);
  const view = useSession(session);
  const tabOf = (id: DetailTab, name: string, count: number | null): ReactNode => (
    <Tab id={id} className="tab">
      {name}
      {count === null || count === 0 ? null : <span className="count">{count.toLocaleString('en-GB')}</span>}
    </Tab>
  );
  return (
    <Tabs
      className="tabs"
      selectedKey={tab}
      onSelectionChange={(key) => onTab(detailTabs.find((id) => id === key) ?? 'details')}
    >
      <TabList className="tab-list" aria-label="About the source">
        {tabOf('details', 'Details', null)}
        {tabOf('editions', 'Editions', source.editions > 1 ? source.editions : null)}
        {tabOf('uses', 'Where used', source.citations)}
      </TabList>
      <TabPanel id="details" className="tab-panel">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: hears that one of its fields is left, which ends a stretch of editing. */}
        <div
          onBlur={(event) => {
            if (event.target instanceof HTMLElement && event.target.closest('.details-form')) settle();
          }}
        >
          <StateLine state={view.state} session={session} />
          <DetailsForm
            view={view}
            organisations={organisations}
            onChange={(next) => {
              session.change(next);
              // What was chosen rather than typed is done at once.
              const { activeElement } = document;
              if (
                !(activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement)
              ) {
                settle();
              } else if (activeElement.type === 'radio') settle();
            }}
          />
        </div>
      </TabPanel>
      <TabPanel id="editions" className="tab-panel">
        <Editions source={view.source} summary={source} onOpen={(edition) => onOpen(source, edition)} />
      </TabPanel>
      <TabPanel id="uses" className="tab-panel">
        <Uses sourceId={source.id} version={view.source.updatedAt} />
      </TabPanel>
    </Tabs>
  );
}

const calm = {
  saved: { words: 'Saved', icon: CircleCheck },
  typing: { words: 'Not saved yet', icon: LoaderCircle },
  saving: { words: 'Saving', icon: LoaderCircle },
} as const;

/** Honest at every moment about whether what stands in the form is on disk. */
function StateLine({ state, session }: { readonly state: DetailsState; readonly session: DetailsSession }) {
  if (state.is === 'failed') {
    const { what, why, next } = explain(state.error);
    return (
      <div className="details-banner" role="alert">
        <CircleAlert size={14} aria-hidden />
        <p>
          <strong>{what}</strong> {why} {next}
        </p>
        <Button look="outlined" onPress={() => void session.flush()}>
          Try again
        </Button>
      </div>
    );
  }
  if (state.is === 'conflict') {
    return (
      <div className="details-banner" role="alert">
        <CircleAlert size={14} aria-hidden />
        <div>
          <p>
            <strong>Somebody else changed this at the same time.</strong> Choose what holds; until then your
            changes are not saved.
          </p>
          <ul className="conflicts">
            {state.conflicts.map((conflict) => (
              <li key={conflict.field}>
                <h3>{fieldName(conflict.field)}</h3>
                <Button look="outlined" onPress={() => session.decide(conflict, 'mine')}>
                  <span className="conflict-whose">Yours</span> {fieldWords(conflict.field, conflict.mine)}
                </Button>
                <Button look="outlined" onPress={() => session.decide(conflict, 'theirs')}>
                  <span className="conflict-whose">Theirs</span> {fieldWords(conflict.field, conflict.theirs)}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      </div>
    );
  }
  const { words, icon: Icon } = calm[state.is];
  return (
    <p className={`details-state ${state.is}`}>
      <Icon size={12} aria-hidden /> {words}
    </p>
  );
}
