import { useCommandBus } from '../app/commands.tsx';
import { useIntake } from '../app/intake.tsx';
import { Button } from '../ui/button.tsx';
import type { Shelf } from './list-model.ts';

interface Props {
  readonly shelf: Shelf;
  readonly query: string;
  readonly libraryEmpty: boolean;
}

/** What an empty list says: why it is empty, and what to do about it. */
export function Nothing({ shelf, query, libraryEmpty }: Props) {
  if (query.trim() !== '') {
    return (
      <Message
        title={`No document is called “${query.trim()}”`}
        text="Titles, committees, dates and markings were searched. What stands inside documents is listed below, where there is any."
      />
    );
  }
  if (shelf === 'bin') {
    return <Message title="The bin is empty" text="Documents you remove wait here until you restore them." />;
  }
  if (shelf === 'review' && !libraryEmpty) {
    return (
      <Message
        title="No imports to review"
        text="Every repair and every guess of an import has been looked at."
      />
    );
  }
  if (shelf === 'look' && !libraryEmpty) {
    return (
      <Message
        title="No source has changed"
        text="When a source has a new edition, is superseded or goes to the bin, the documents that rest on it stand here until somebody has looked."
      />
    );
  }
  return (
    <Message
      title="Nothing here yet"
      text="Start from a template or a blank document, or bring in a brief or report you already have as Word, Markdown or plain text."
      withStart
    />
  );
}

function Message({ title, text, withStart = false }: { title: string; text: string; withStart?: boolean }) {
  const intake = useIntake();
  const bus = useCommandBus();
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{text}</p>
      {withStart ? (
        <div className="actions">
          <Button look="outlined" onPress={() => bus.run('new-document')}>
            From a template…
          </Button>
          <Button look="outlined" onPress={() => intake.create('briefing')}>
            New brief
          </Button>
          <Button look="outlined" onPress={() => intake.create('report')}>
            New report
          </Button>
          <Button look="outlined" onPress={intake.importFile}>
            Import file…
          </Button>
        </div>
      ) : null}
    </div>
  );
}
