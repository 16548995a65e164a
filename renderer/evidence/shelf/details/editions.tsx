import { Ellipsis, FilePlus2, Layers, TriangleAlert } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { SourceSummary } from '../../../../shared/contract/evidence-source-calls.ts';
import type { Source } from '../../../../shared/evidence/source.ts';
import { exactDate, shortDate } from '../../../library/dates.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { useSources } from '../../sources.ts';
import { count } from '../adding/report-model.ts';
import { sizeWords } from './size-words.ts';
import { SourcePicker } from './source-picker.tsx';
import { useEditions } from './use-editions.ts';

interface Props {
  readonly source: Source;
  readonly summary: SourceSummary;
  readonly onOpen: (edition: string) => void;
}

/** The files that a source has been, newest first, and what took its place. */
export function Editions({ source, summary, onOpen }: Props) {
  const { kept } = useSources();
  const editions = useEditions();
  const [picking, setPicking] = useState<'edition' | 'superseded' | null>(null);
  const others = (kept ?? []).filter(({ id }) => id !== source.id);
  const supersededBy = others.find(({ id }) => id === source.supersededBy);
  const now = new Date();
  const onChoose = useCallback(
    (other: SourceSummary) => {
      if (picking === 'edition') editions.makeEditionOf(summary, other);
      else editions.supersede(summary, other);
    },
    [picking, editions, summary],
  );
  return (
    <div className="editions">
      <ul>
        {source.editions.map((edition, at) => (
          <li key={edition.id}>
            <div className="edition-words">
              <strong>{edition.fileName}</strong>
              <p>
                {at === 0 ? 'The present edition, added ' : 'Added '}
                <time dateTime={edition.addedAt} title={exactDate(edition.addedAt)}>
                  {shortDate(edition.addedAt, now)}
                </time>
              </p>
              <p>
                {count(edition.pages, 'page')}, {count(edition.words, 'word')}, {sizeWords(edition.bytes)}
              </p>
              {edition.notices.map((notice) => (
                <p key={notice} className="edition-notice">
                  <TriangleAlert size={12} aria-hidden /> {notice}
                </p>
              ))}
            </div>
            <Menu
              label={`Actions for ${edition.fileName}`}
              placement="bottom end"
              trigger={
                <IconButton label={`Actions for ${edition.fileName}`}>
                  <Ellipsis size={16} aria-hidden />
                </IconButton>
              }
            >
              <MenuItem label={at === 0 ? 'Open' : 'Open this edition'} onAction={() => onOpen(edition.id)} />
              <MenuItem label="Save the original…" onAction={() => editions.saveOriginal(edition)} />
            </Menu>
          </li>
        ))}
      </ul>
      {source.supersededBy === null ? null : (
        <p className="superseded">
          <TriangleAlert size={14} aria-hidden />
          <span>
            Superseded by {supersededBy ? `“${supersededBy.title}”` : 'a source that is no longer here'}.
          </span>
          <Button look="link" onPress={() => editions.supersede(summary, null)}>
            It is not
          </Button>
        </p>
      )}
      <div className="edition-actions">
        <Button look="outlined" onPress={() => editions.addEdition(source.id)}>
          <FilePlus2 size={14} aria-hidden /> New edition…
        </Button>
        <Button look="outlined" isDisabled={others.length === 0} onPress={() => setPicking('edition')}>
          <Layers size={14} aria-hidden /> Is a new edition of…
        </Button>
        <Button look="outlined" isDisabled={others.length === 0} onPress={() => setPicking('superseded')}>
          Superseded by…
        </Button>
      </div>
      <p className="quiet">
        A new edition keeps every citation: its words are looked for in the new file, and what changed is
        listed under “To look at”.
      </p>
      {picking === null ? null : (
        <SourcePicker
          title={picking === 'edition' ? 'Is a new edition of' : 'Superseded by'}
          asks={
            picking === 'edition'
              ? 'Type the source that this is an edition of'
              : 'Type the source that replaces it'
          }
          sources={others}
          onChoose={onChoose}
          onClose={() => setPicking(null)}
        />
      )}
    </div>
  );
}
