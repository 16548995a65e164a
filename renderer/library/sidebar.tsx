import { FileCheck, Files, FileText, Keyboard, ListChecks, ScrollText, Trash2 } from 'lucide-react';
import type { DocumentSummary } from '../../shared/contract/calls.ts';
import { useIntake } from '../app/intake.tsx';
import { Button } from '../ui/button.tsx';
import { onShelf, type Shelf } from './list-model.ts';

export const shelfNames: Readonly<Record<Shelf, string>> = {
  all: 'All documents',
  briefing: 'Briefs',
  report: 'Reports',
  submission: 'Submissions',
  review: 'Imports to review',
  bin: 'Bin',
};

const shelfIcons = {
  all: Files,
  briefing: FileText,
  report: ScrollText,
  submission: FileCheck,
  review: ListChecks,
  bin: Trash2,
};

interface Props {
  readonly shelf: Shelf;
  readonly kept: readonly DocumentSummary[];
  readonly removed: readonly DocumentSummary[];
  readonly onChoose: (shelf: Shelf) => void;
}

export function Sidebar({ shelf, kept, removed, onChoose }: Props) {
  const intake = useIntake();
  const row = (name: Shelf) => {
    const Icon = shelfIcons[name];
    const count = name === 'bin' ? removed.length : onShelf(kept, name).length;
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
      <ul>{(['all', 'briefing', 'report', 'submission', 'review'] as const).map(row)}</ul>
      <ul>{row('bin')}</ul>
      <div className="sidebar-foot">
        <Button onPress={intake.showKeys}>
          <Keyboard size={16} aria-hidden /> Keyboard
        </Button>
      </div>
    </nav>
  );
}
