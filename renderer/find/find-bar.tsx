import './find.css';
import { CaseSensitive, ChevronDown, ChevronUp, Regex, WholeWord, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { findKey } from '../editor/find/find.ts';
import { highlightsKey } from '../editor/highlights/highlights.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { notify } from '../ui/toasts.tsx';
import { useDesk } from '../writing/desk.ts';
import { tellOfLastStep } from '../writing/last-step.ts';
import { countWords, indexAtCaret } from './count.ts';
import { Preview } from './preview.tsx';
import { emptyQuery, type Query } from './query.ts';
import { outcomeWords, type Previewed, planFor } from './replace.ts';
import { stretchOf, useFind } from './use-find.ts';

/** What the writer asked for last, by key or menu. */
export interface Ask {
  readonly wanted: 'find' | 'replace' | 'next' | 'previous';
  /** Counts, so that the same wish twice is two. */
  readonly times: number;
  readonly replacing: boolean;
}

interface Props {
  readonly ask: Ask;
  readonly onClose: () => void;
}

let remembered: Query = emptyQuery;
let rememberedBy = '';

const switches = [
  { name: 'matchCase', label: 'Match case', icon: CaseSensitive },
  { name: 'wholeWord', label: 'Whole words', icon: WholeWord },
  { name: 'pattern', label: 'Regular expression', icon: Regex },
] as const;

export default function FindBar({ ask, onClose }: Props) {
  const { editor, document, focus, readOnly } = useDesk();
  const [query, setQuery] = useState<Query>(remembered);
  const [by, setBy] = useState(rememberedBy);
  const [replacing, setReplacing] = useState(ask.wanted === 'replace');
  const [previewing, setPreviewing] = useState(false);
  const [index, setIndex] = useState<number | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const byField = useRef<HTMLInputElement>(null);
  const found = useFind(document, query, true);
  const { hits, passages } = found;
  const current = index !== null && index < hits.length ? index : null;

  const change = (next: Partial<Query>) => {
    remembered = { ...query, ...next };
    setQuery(remembered);
    setIndex(null);
  };
  const goTo = (wanted: number) => {
    setIndex(wanted);
    const stretch = stretchOf(found, wanted);
    if (stretch) editor.current?.feature(findKey)?.show(stretch);
  };
  const step = (by: 1 | -1) => {
    if (hits.length === 0) return;
    const from = current ?? indexAtCaret(found, editor.current?.feature(findKey)?.caret() ?? null) - by;
    goTo((from + by + hits.length) % hits.length);
  };
  const close = () => {
    const stretch = current === null ? null : stretchOf(found, current);
    onClose();
    if (stretch) editor.current?.feature(findKey)?.select(stretch);
    else editor.current?.focus();
  };

  // A wish is granted once, with what is at hand at that moment.
  const wish = useRef<(wanted: Ask['wanted']) => void>(() => {});
  wish.current = (wanted) => {
    if (wanted === 'next' || wanted === 'previous') {
      step(wanted === 'next' ? 1 : -1);
      return;
    }
    if (wanted === 'replace') setReplacing(true);
    const chosen = focus?.selectedText ?? '';
    const inBar = field.current?.closest('.find-bar')?.contains(window.document.activeElement);
    if (chosen !== '' && !chosen.includes('\n') && !inBar) change({ text: chosen, pattern: false });
    field.current?.focus();
    requestAnimationFrame(() => field.current?.select());
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count makes the same wish a new one.
  useEffect(() => wish.current(ask.wanted), [ask.wanted, ask.times]);

  // The nearest match behind the caret is shown as soon as there is one.
  const settle = useRef<() => void>(() => {});
  settle.current = () => {
    if (current === null && hits.length > 0) {
      goTo(indexAtCaret(found, editor.current?.feature(findKey)?.caret() ?? null));
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each result.
  useEffect(() => settle.current(), [hits]);

  useEffect(() => {
    const highlights = editor.current?.feature(highlightsKey);
    highlights?.set(
      'find',
      hits.flatMap((_, at) => stretchOf({ ...found, hits }, at) ?? []),
    );
  }, [editor, found, hits]);
  useEffect(() => {
    const stretch = current === null ? null : stretchOf(found, current);
    editor.current?.feature(highlightsKey)?.set('find-current', stretch ? [stretch] : []);
  }, [editor, found, current]);
  useEffect(
    () => () => {
      for (const name of ['find', 'find-current'] as const)
        editor.current?.feature(highlightsKey)?.set(name, []);
    },
    [editor],
  );

  const plan = () => planFor(passages, hits, by, query.pattern);
  const replaceOne = () => {
    if (current === null) return step(1);
    const { locked, references, replacements } = planFor(
      passages,
      hits.slice(current, current + 1),
      by,
      query.pattern,
    );
    if (replacements.length === 0) {
      notify({ tone: 'info', title: outcomeWords(0, { locked, references, changed: 0 }) });
      return step(1);
    }
    editor.current?.feature(findKey)?.replace(replacements);
    editor.current?.flush();
  };
  const replaceAll = (
    chosen: readonly Previewed[],
    left: { readonly locked: number; readonly references: number },
  ) => {
    const replaced = editor.current?.feature(findKey)?.replace(chosen) ?? 0;
    editor.current?.flush();
    setPreviewing(false);
    const title = outcomeWords(replaced, { ...left, changed: chosen.length - replaced });
    if (replaced > 0) tellOfLastStep(editor, title);
    else notify({ tone: 'done', title });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target === byField.current) replaceOne();
    else if (event.key === 'Enter' && event.target === field.current) step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const wrong = found.state === 'wrong' || found.state === 'endless';
  return (
    <search className="find-bar" aria-label="Find and replace" onKeyDown={onKeyDown}>
      <div className="find-row">
        <input
          ref={field}
          className="input find-field"
          aria-label="Find"
          aria-invalid={wrong}
          aria-describedby="find-count"
          placeholder="Find"
          spellCheck={false}
          autoComplete="off"
          value={query.text}
          onChange={(event) => change({ text: event.target.value })}
        />
        {switches.map(({ name, label, icon: Icon }) => (
          <IconButton
            key={name}
            label={label}
            pressed={query[name]}
            onPress={() => change({ [name]: !query[name] })}
          >
            <Icon size={16} aria-hidden />
          </IconButton>
        ))}
        <span id="find-count" className={wrong ? 'find-count wrong' : 'find-count'} role="status">
          {countWords(found, current)}
        </span>
        {found.state === 'looking' ? (
          <Button onPress={found.cancel}>Stop</Button>
        ) : (
          <>
            <IconButton
              label="Previous match"
              shortcut="Shift+F3"
              isDisabled={hits.length === 0}
              onPress={() => step(-1)}
            >
              <ChevronUp size={16} aria-hidden />
            </IconButton>
            <IconButton
              label="Next match"
              shortcut="F3"
              isDisabled={hits.length === 0}
              onPress={() => step(1)}
            >
              <ChevronDown size={16} aria-hidden />
            </IconButton>
          </>
        )}
        <IconButton label="Close" shortcut="Esc" onPress={close}>
          <X size={16} aria-hidden />
        </IconButton>
      </div>
      {replacing && !readOnly ? (
        <div className="find-row">
          <input
            ref={byField}
            className="input find-field"
            aria-label="Replace with"
            placeholder={query.pattern ? 'Replace with; $1 is the first bracket' : 'Replace with'}
            spellCheck={false}
            autoComplete="off"
            value={by}
            onChange={(event) => {
              rememberedBy = event.target.value;
              setBy(rememberedBy);
            }}
          />
          <Button isDisabled={hits.length === 0} onPress={replaceOne}>
            Replace
          </Button>
          <Button isDisabled={hits.length === 0} onPress={() => setPreviewing(true)}>
            Replace all…
          </Button>
        </div>
      ) : null}
      {previewing ? (
        <Preview plan={plan()} onClose={() => setPreviewing(false)} onReplace={replaceAll} />
      ) : null}
    </search>
  );
}
