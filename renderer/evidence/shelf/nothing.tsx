import { ClipboardPaste, FilePlus2, FolderSync } from 'lucide-react';
import type { ReactNode } from 'react';
import { keysFor } from '../../app/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import { useAdding } from './adding/adding.ts';
import type { Shelf } from './list/shelf-model.ts';

const shelfWords: Readonly<Record<Exclude<Shelf, 'all'>, readonly [title: string, text: string]>> = {
  recent: ['Nothing new', 'Sources added within the last two weeks stand here.'],
  unused: ['Every source is used', 'Sources that no document cites stand here.'],
  review: [
    'No review is due',
    'Give a source a “Review by” date, and it stands here from that day on until you give it a later one.',
  ],
  look: [
    'Nothing to look at',
    'When a source gets a new edition or is superseded, every point that rests on it stands here until somebody has looked.',
  ],
  unreadable: [
    'Every source can be read',
    'Scans and pictures without text stand here, so that you can describe them in words.',
  ],
  bin: ['The bin is empty', 'Sources you remove wait here until you restore them.'],
};

/** What an empty list says: why it is empty, and what to do about it. */
export function Nothing({
  shelf,
  narrowed,
  onWiden,
}: {
  readonly shelf: Shelf;
  /** Facets keep what there is out of sight. */
  readonly narrowed: boolean;
  readonly onWiden: () => void;
}) {
  if (narrowed) {
    return (
      <Message title="No source is like that" text="What you chose at the left leaves none over.">
        <Button look="outlined" onPress={onWiden}>
          Show every source again
        </Button>
      </Message>
    );
  }
  if (shelf === 'all') return <Begin />;
  const [title, text] = shelfWords[shelf];
  return <Message title={title} text={text} />;
}

/** The first thing somebody reads of the evidence library. */
function Begin() {
  const adding = useAdding();
  const ways = [
    {
      icon: FilePlus2,
      name: 'Add files…',
      keys: keysFor('add-evidence'),
      text: 'Or drop them anywhere on this window: PDF, Word, spreadsheets, e-mails, web pages, pictures.',
      run: adding.chooseFiles,
    },
    {
      icon: FolderSync,
      name: 'Watch a folder…',
      keys: undefined,
      text: 'Whatever comes to stand in it is added by itself.',
      run: adding.chooseFolder,
    },
    {
      icon: ClipboardPaste,
      name: 'Paste',
      keys: 'Ctrl+V',
      text: 'Files, a picture or words you have copied.',
      run: () => adding.addText(),
    },
  ];
  return (
    <div className="evidence-begin">
      <h2>Keep what your points rest on</h2>
      <p>
        Add the reports, statistics and letters you work from. You can then search every word of them, attach
        the exact sentence to a point, and see at once when a source has changed. Everything stays on this
        computer.
      </p>
      <ul>
        {ways.map(({ icon: Icon, name, keys, text, run }) => (
          <li key={name}>
            <Icon size={20} aria-hidden />
            <div>
              <Button look="link" onPress={run}>
                {name}
              </Button>
              {keys ? <kbd>{keys}</kbd> : null}
              <p>{text}</p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function Message({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{text}</p>
      {children ? <div className="actions">{children}</div> : null}
    </div>
  );
}
