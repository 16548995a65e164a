import {
  CalendarDays,
  FileCheck,
  FileClock,
  Files,
  FileText,
  Keyboard,
  Library,
  ListChecks,
  Repeat2,
  ScrollText,
  Trash2,
} from 'lucide-react';
import type { DocumentSummary } from '../../shared/contract/calls.ts';
import { notifyFailure } from '../app/failures.ts';
import { useIntake } from '../app/intake.tsx';
import { useServices } from '../app/services.ts';
import { keysFor } from '../app/shortcuts.ts';
import { useSources } from '../evidence/sources.ts';
import { Button } from '../ui/button.tsx';
import { onShelf, type Shelf, type ToLook } from './list-model.ts';

export const shelfNames: Readonly<Record<Shelf, string>> = {
  all: 'All documents',
  briefing: 'Briefs',
  report: 'Reports',
  submission: 'Submissions',
  review: 'Imports to review',
  look: 'Sources changed',
  bin: 'Bin',
};

const shelfIcons = {
  all: Files,
  briefing: FileText,
  report: ScrollText,
  submission: FileCheck,
  review: ListChecks,
  look: FileClock,
  bin: Trash2,
};

interface Props {
  readonly shelf: Shelf;
  readonly kept: readonly DocumentSummary[];
  readonly removed: readonly DocumentSummary[];
  readonly toLook: ToLook;
  readonly onChoose: (shelf: Shelf) => void;
}

export function Sidebar({ shelf, kept, removed, toLook, onChoose }: Props) {
  const intake = useIntake();
  const row = (name: Shelf) => {
    const Icon = shelfIcons[name];
    const count = name === 'bin' ? removed.length : onShelf(kept, name, toLook).length;
    return (
      <li key={name}>
        <button
          type="button"
          className="shelf"
          aria-current={shelf === name ? 'page' : undefined}
          onClick={() => onChoose(name)}
        >
          <Icon size={16} aria-hidden />
          <span>{shelfNames[name]}</span>
          <span className="shelf-count">{count === 0 ? '' : count}</span>
        </button>
      </li>
    );
  };
  return (
    <nav className="sidebar" aria-label="Library">
      <h1 className="wordmark">Despatch</h1>
      <ul>{(['all', 'briefing', 'report', 'submission', 'review', 'look'] as const).map(row)}</ul>
      <ul>{row('bin')}</ul>
      <EvidenceShelf />
      <div className="sidebar-foot">
        <Button onPress={intake.showKeys}>
          <Keyboard size={16} aria-hidden /> Keyboard
        </Button>
      </div>
    </nav>
  );
}

/** The way to the sources, with how many there are, and how many citations somebody has to look at. */
function EvidenceShelf() {
  const { go } = useServices();
  const { kept, unseen } = useSources();
  const count = kept?.length ?? 0;
  return (
    <ul>
      <li>
        <button
          type="button"
          className="shelf"
          title={`Meetings (${keysFor('meetings') ?? ''})`}
          onClick={() => void go({ screen: 'meetings' }).catch(notifyFailure)}
        >
          <CalendarDays size={16} aria-hidden />
          <span>Meetings</span>
        </button>
      </li>
      <li>
        <button
          type="button"
          className="shelf"
          title={`Evidence library (${keysFor('evidence') ?? ''})`}
          onClick={() => void go({ screen: 'evidence' }).catch(notifyFailure)}
        >
          <Library size={16} aria-hidden />
          <span>Evidence</span>
          {unseen.length > 0 ? (
            <span className="chip attention">
              {unseen.length.toLocaleString('en-GB')}
              <span className="visually-hidden"> to look at</span>
            </span>
          ) : (
            <span className="shelf-count">{count === 0 ? '' : count.toLocaleString('en-GB')}</span>
          )}
        </button>
      </li>
      <li>
        <button
          type="button"
          className="shelf"
          onClick={() => void go({ screen: 'lines' }).catch(notifyFailure)}
        >
          <Repeat2 size={16} aria-hidden />
          <span>Standing lines</span>
        </button>
      </li>
    </ul>
  );
}
