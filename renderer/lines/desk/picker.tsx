import '../../palette/palette.css';
import '../lines.css';
import { Search } from 'lucide-react';
import { useEffect, useId, useMemo, useState } from 'react';
import { Dialog, Modal, ModalOverlay, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { DocumentHit, LineSummary } from '../../../shared/contract/line-calls.ts';
import { blockRules } from '../../../shared/document/structure.ts';
import { lineKindOf } from '../../../shared/lines/keeping.ts';
import { type LineKind, lineKindNames, lineKinds } from '../../../shared/lines/line.ts';
import { saidByLine, spelledOut } from '../../../shared/lines/said.ts';
import { notifyFailure } from '../../app/failures.ts';
import { useServices } from '../../app/services.ts';
import { type LineToInsert, linesKey } from '../../editor/lines/lines.ts';
import { exactDate, shortDate } from '../../library/dates.ts';
import { useActiveOption } from '../../palette/active-option.ts';
import type { FoundEntry, FoundGroup } from '../../palette/entries.ts';
import { OptionList } from '../../palette/option-list.tsx';
import { OptionQuery } from '../../palette/option-query.tsx';
import { notify } from '../../ui/toasts.tsx';
import { useDesk } from '../../writing/desk.ts';

const MOST = 50;
/** After the last key, in ms. */
const PAUSE_MS = 80;
/** From so many letters on, past documents are searched. */
const LEAST = 2;

interface Found {
  readonly lines: readonly LineSummary[];
  readonly hits: readonly DocumentHit[];
}

/** Finds a standing line, or words used before, as one types; Enter puts it at the caret. */
export default function LinePicker({ onClose }: { onClose: () => void }) {
  const { client } = useServices();
  const { editor, document } = useDesk();
  const listId = useId();
  const [query, setQuery] = useState('');
  const [kind, setKind] = useState<LineKind | 'all'>('all');
  const [found, setFound] = useState<Found | null>(null);
  const documentId = document.id;

  useEffect(() => {
    const asking = new AbortController();
    const words = query.trim();
    const timer = setTimeout(() => {
      const of = kind === 'all' ? {} : { kind };
      Promise.all([
        client.call('lines.list', { query, limit: MOST, ...of }, { signal: asking.signal }),
        words.length < LEAST
          ? { hits: [] }
          : client.call('documents.search', { query, limit: MOST }, { signal: asking.signal }),
      ]).then(
        ([{ lines }, { hits }]) => {
          if (asking.signal.aborted) return;
          const ours = hits.filter(
            (hit) => hit.documentId !== documentId && lineKindOf(hit.blockKind) !== null,
          );
          setFound({
            lines,
            hits: kind === 'all' ? ours : ours.filter((hit) => lineKindOf(hit.blockKind) === kind),
          });
        },
        (thrown) => {
          if (!asking.signal.aborted) notifyFailure(thrown);
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [client, query, kind, documentId]);

  const insert = (given: LineToInsert) => {
    const outcome = editor.current?.feature(linesKey)?.insert(given);
    if (outcome && 'refusal' in outcome) {
      notify({ tone: 'info', title: 'Nothing was inserted', body: outcome.refusal });
    }
    editor.current?.focus();
  };
  const insertLine = async (lineId: string) => {
    try {
      const { line } = await client.call('lines.get', { lineId });
      const { content, citations, details, id, version } = line;
      insert({ kind: line.kind, words: { content, citations, details }, line: { id, version } });
    } catch (thrown) {
      notifyFailure(thrown);
    }
  };

  const groups = useMemo((): FoundGroup[] => {
    const now = new Date();
    const entry = (id: string, name: string, keys: string): FoundEntry => ({
      id,
      group: '',
      name,
      keys,
      at: [],
      run: () => {},
    });
    const lines = (found?.lines ?? []).map(({ id, title, kind: of }) =>
      entry(`line-${id}`, title, lineKindNames[of]),
    );
    const hits = (found?.hits ?? []).map(({ documentId: from, blockId, title, words, updatedAt }) =>
      entry(
        `used-${from}-${blockId}`,
        saidByLine(words).text.replace(/\s+/g, ' '),
        `${title.length > 28 ? `${title.slice(0, 27)}…` : title || 'Untitled document'}, ${shortDate(updatedAt, now)}`,
      ),
    );
    return [
      { name: 'Standing lines', entries: lines },
      { name: 'Used before', entries: hits },
    ].filter(({ entries }) => entries.length > 0);
  }, [found]);
  const { active, setActive, move } = useActiveOption(groups);
  const line = found?.lines.find(({ id }) => active?.id === `line-${id}`) ?? null;
  const hit =
    found?.hits.find(({ documentId: from, blockId }) => active?.id === `used-${from}-${blockId}`) ?? null;

  const choose = (entry: FoundEntry) => {
    const chosenLine = found?.lines.find(({ id }) => entry.id === `line-${id}`);
    const chosenHit = found?.hits.find(
      ({ documentId: from, blockId }) => entry.id === `used-${from}-${blockId}`,
    );
    onClose();
    // The closing dialog gives the focus back first.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (chosenLine) void insertLine(chosenLine.id);
        else if (chosenHit) {
          insert({ kind: lineKindOf(chosenHit.blockKind) ?? 'fact', words: chosenHit.words, line: null });
        }
      }),
    );
  };
  const count = groups.reduce((sum, { entries }) => sum + entries.length, 0);

  return (
    <ModalOverlay
      isOpen
      isDismissable
      className="scrim palette-scrim"
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="modal palette">
        <Dialog className="dialog" aria-label="Insert standing line">
          <div className="palette-field">
            <Search size={16} aria-hidden />
            <OptionQuery
              listId={listId}
              label="Words, tags or title of a line, or words used before"
              active={active}
              query={query}
              onQuery={setQuery}
              move={move}
              onChoose={() => active && choose(active)}
            />
          </div>
          <ToggleButtonGroup
            aria-label="Kind of line"
            className="segments line-kinds"
            disallowEmptySelection
            selectionMode="single"
            selectedKeys={[kind]}
            onSelectionChange={(keys) => setKind([...keys][0] as LineKind | 'all')}
          >
            <ToggleButton id="all" className="segment">
              All
            </ToggleButton>
            {lineKinds.map((each) => (
              <ToggleButton key={each} id={each} className="segment">
                {lineKindNames[each]}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          <OptionList
            id={listId}
            label="Lines and words used before"
            groups={groups}
            active={active}
            onActive={setActive}
            onChoose={choose}
          />
          {found !== null && count === 0 ? (
            <p className="palette-nothing">
              {query.trim() === ''
                ? 'No standing lines yet. Keep one from any point with “Keep as standing line…”, or type to find words of past documents.'
                : `No line and no past document says “${query.trim()}”.`}
            </p>
          ) : null}
          {line ? (
            <div className="line-preview">
              <p className="line-words">{line.text}</p>
              <p className="line-about">
                Version {line.version}
                {line.author === '' ? '' : `, ${line.author}`}, {exactDate(line.updatedAt)}
                {line.citations > 0
                  ? `, ${line.citations === 1 ? 'one citation' : `${line.citations} citations`}`
                  : ''}
                {line.tags.length > 0 ? `, ${line.tags.join(', ')}` : ''}
              </p>
            </div>
          ) : null}
          {hit ? (
            <div className="line-preview">
              <p className="line-words">{spelledOut(saidByLine(hit.words))}</p>
              <p className="line-about">
                {blockRules[hit.blockKind].name} in “{hit.title || 'Untitled document'}”, last saved{' '}
                {exactDate(hit.updatedAt)}
              </p>
            </div>
          ) : null}
          <p className="visually-hidden" role="status">
            {found === null || query.trim() === '' ? '' : `${count} found`}
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
