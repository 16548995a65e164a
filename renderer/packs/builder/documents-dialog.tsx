import { useEffect, useMemo, useState } from 'react';
import { Checkbox, CheckboxGroup, Input, SearchField } from 'react-aria-components';
import type { DocumentSummary } from '../../../shared/contract/calls.ts';
import { notifyFailure } from '../../app/failures.ts';
import { useServices } from '../../app/services.ts';
import { kindNames, titleFor } from '../../library/list-model.ts';
import { find, type PaletteEntry } from '../../palette/entries.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

interface Props {
  /** In the order in which they were ticked. */
  readonly onAdd: (documents: readonly DocumentSummary[]) => void;
  readonly onNew: () => void;
  readonly onClose: () => void;
}

/** More than one looks through; typing finds the others. */
const LISTED = 40;
const asked = (document: DocumentSummary): string =>
  [titleFor(document), kindNames[document.kind], document.subtitle].filter((part) => part !== '').join(' — ');

/** Documents of the library, several at once: typing finds them, Enter adds the first, or all that are ticked. */
export function DocumentsDialog({ onAdd, onNew, onClose }: Props) {
  const { client } = useServices();
  const [documents, setDocuments] = useState<readonly DocumentSummary[] | null>(null);
  const [query, setQuery] = useState('');
  const [ticked, setTicked] = useState<readonly string[]>([]);
  useEffect(() => {
    client.call('documents.list', {}).then(setDocuments, (thrown) => {
      notifyFailure(thrown);
      onClose();
    });
  }, [client, onClose]);
  const byId = useMemo(() => new Map((documents ?? []).map((each) => [each.id, each])), [documents]);
  const entries = useMemo(() => [...byId.values()].toSorted(lastChangedFirst).map(entryOf), [byId]);
  const found = find(entries, query, []).flatMap((group) => group.entries);
  if (documents === null) return null;
  // What is ticked stays in sight, whatever is looked for.
  const rows = [
    ...ticked.filter((id) => !found.some((entry) => entry.id === id)),
    ...found.map(({ id }) => id),
  ].flatMap((id) => byId.get(id) ?? []);
  const chosen = (ticked.length > 0 ? ticked : found.slice(0, 1).map(({ id }) => id)).flatMap(
    (id) => byId.get(id) ?? [],
  );
  const add = () => {
    if (chosen.length === 0) return;
    onClose();
    // The closing dialog gives the focus back first.
    requestAnimationFrame(() => requestAnimationFrame(() => onAdd(chosen)));
  };
  return (
    <Dialog
      title="Add documents"
      width={600}
      onClose={onClose}
      actions={
        documents.length === 0 ? (
          <>
            <Button onPress={onClose}>Cancel</Button>
            <Button look="primary" autoFocus onPress={onNew}>
              New document
            </Button>
          </>
        ) : (
          <>
            <Button onPress={onNew}>New document</Button>
            <span className="dialog-gap" />
            <Button onPress={onClose}>Cancel</Button>
            <Button look="primary" isDisabled={ticked.length === 0} onPress={add}>
              {ticked.length < 2 ? 'Add' : `Add ${ticked.length} documents`}
            </Button>
          </>
        )
      }
    >
      {documents.length === 0 ? (
        <p>The library has no documents yet. Write a new one for this item, or add files.</p>
      ) : (
        <>
          <SearchField
            autoFocus
            className="field"
            aria-label="Title or words of a document"
            value={query}
            onChange={setQuery}
            onSubmit={add}
          >
            <Input className="input" placeholder="Title or words of a document" />
          </SearchField>
          <CheckboxGroup
            className="field documents-found"
            aria-label="Documents"
            value={[...ticked]}
            onChange={setTicked}
          >
            <div className="choice-rows">
              {rows.map((document) => (
                <Checkbox key={document.id} value={document.id} className="choice-row">
                  <span className="export-box" aria-hidden />
                  <span className="choice-words">
                    <span>{titleFor(document)}</span>
                    <span className="quiet">
                      {[kindNames[document.kind], document.subtitle].filter((part) => part !== '').join(', ')}
                    </span>
                  </span>
                  {ticked.length > 1 && ticked.includes(document.id) ? (
                    <span className="count">{ticked.indexOf(document.id) + 1}</span>
                  ) : null}
                </Checkbox>
              ))}
            </div>
          </CheckboxGroup>
          {rows.length === 0 ? <p className="quiet">Nothing is called “{query.trim()}”.</p> : null}
          <p className="visually-hidden" role="status">
            {query.trim() === '' ? '' : `${found.length} found`}
          </p>
        </>
      )}
    </Dialog>
  );
}

function lastChangedFirst(one: DocumentSummary, other: DocumentSummary): number {
  return other.updatedAt.localeCompare(one.updatedAt);
}

function entryOf(document: DocumentSummary, at: number): PaletteEntry {
  return {
    id: document.id,
    group: 'Documents',
    name: asked(document),
    onlyWhenAsked: at >= LISTED,
    run: () => {},
  };
}
