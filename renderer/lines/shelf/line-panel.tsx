import '../../evidence/shelf/details/details.css';
import { Trash2, X } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { CallOutput } from '../../../shared/contract/calls.ts';
import { type ErrorData, toErrorData } from '../../../shared/contract/errors.ts';
import { explain } from '../../../shared/contract/messages.ts';
import { detailRules } from '../../../shared/document/structure.ts';
import {
  type LineBody,
  type LineKind,
  lineKindNames,
  type StandingLine,
} from '../../../shared/lines/line.ts';
import { FailureMessage } from '../../app/failure-message.tsx';
import { notifyFailure } from '../../app/failures.ts';
import { useServices } from '../../app/services.ts';
import { currentAuthor } from '../../comments/author.ts';
import { useSources } from '../../evidence/sources.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { lineKindIcons } from '../kinds.ts';
import { LineFields } from '../line-fields.tsx';
import { blankForm, bodyOf, detailsOfKind, formOf, isComplete, type LineForm } from './form-model.ts';
import { Uses } from './uses.tsx';
import { Versions } from './versions.tsx';
import { WordsField } from './words-field.tsx';

function Fields({
  form,
  onChange,
  autoFocus = false,
}: {
  readonly form: LineForm;
  readonly onChange: (form: LineForm) => void;
  readonly autoFocus?: boolean;
}) {
  return (
    <>
      <LineFields
        about={form.about}
        onChange={(about) => onChange({ ...form, about })}
        autoFocus={autoFocus}
      />
      <WordsField
        label={form.about.kind === 'likelyQuestion' ? 'Question' : 'Words'}
        value={form.words}
        onChange={(words) => onChange({ ...form, words })}
      />
      {detailsOfKind(form.about.kind).map((detail) => (
        <WordsField
          key={detail}
          label={detailRules[detail].label}
          value={form.details[detail] ?? ''}
          onChange={(words) => onChange({ ...form, details: { ...form.details, [detail]: words } })}
          short
        />
      ))}
    </>
  );
}

interface NewProps {
  readonly kind: LineKind;
  readonly onMade: (lineId: string) => void;
  readonly onClose: () => void;
}

/** A line that is not in the library yet. */
export function NewLine({ kind, onMade, onClose }: NewProps) {
  const { client } = useServices();
  const [form, setForm] = useState(() => blankForm(kind));
  const [problem, setProblem] = useState<ErrorData | null>(null);
  const add = async () => {
    try {
      onMade((await client.call('lines.add', { body: bodyOf(form, null), by: currentAuthor() })).id);
    } catch (thrown) {
      setProblem(toErrorData(thrown));
    }
  };
  return (
    <div className="source-details">
      <header className="details-head">
        <h2>New line</h2>
        <IconButton label="Close" onPress={onClose}>
          <X size={16} aria-hidden />
        </IconButton>
      </header>
      <div className="line-form">
        <Fields form={form} onChange={setForm} autoFocus />
        <Problem error={problem} />
        <div className="line-form-foot">
          <p>Evidence comes along when a point of a document is kept as a line.</p>
          <Button look="primary" isDisabled={!isComplete(form)} onPress={() => void add()}>
            Add line
          </Button>
        </div>
      </div>
    </div>
  );
}

function Problem({ error }: { readonly error: ErrorData | null }) {
  if (!error) return null;
  const { what, why, next } = explain(error);
  return (
    <p role="alert" className="problem">
      {what} {why} {next}
    </p>
  );
}

interface Props {
  readonly lineId: string;
  readonly uses: number;
  readonly onChanged: () => void;
  readonly onRemove: () => void;
}

/** All that is known of one line. */
export function LinePanel(props: Props) {
  const { lineId, uses, onRemove } = props;
  const { client } = useServices();
  const { revision } = useSources();
  const [got, setGot] = useState<CallOutput<'lines.get'> | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  const [count, setCount] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `revision` and `count` say when to look again.
  useEffect(() => {
    let open = true;
    client.call('lines.get', { lineId }).then(
      (next) => {
        if (!open) return;
        setGot(next);
        setError(null);
      },
      (thrown) => {
        if (open) setError(toErrorData(thrown));
      },
    );
    return () => {
      open = false;
    };
  }, [client, lineId, revision, count]);
  if (error) {
    return <FailureMessage error={error} action="Look again" onAction={() => setCount(count + 1)} />;
  }
  if (!got) return null;
  const { line, versions } = got;
  const Icon = lineKindIcons[line.kind];
  const put = async (body: LineBody, at: number): Promise<StandingLine> => {
    const made = await client.call('lines.change', { lineId, revision: at, body, by: currentAuthor() });
    setCount((now) => now + 1);
    props.onChanged();
    return made;
  };
  return (
    <div className="source-details">
      <header className="details-head">
        <Icon size={16} aria-hidden />
        <p>
          {lineKindNames[line.kind]}, version {line.version}
          {line.author === '' ? '' : `, ${line.author}`}
        </p>
        <IconButton label="Move to the bin" shortcut="Delete" onPress={onRemove}>
          <Trash2 size={16} aria-hidden />
        </IconButton>
      </header>
      <h2 className="details-title" title={line.title}>
        {line.title}
      </h2>
      <Tabs className="tabs">
        <TabList className="tab-list" aria-label="About the line">
          <Tab id="words" className="tab">
            Words
          </Tab>
          <Tab id="versions" className="tab">
            Versions <span className="count">{versions.length}</span>
          </Tab>
          <Tab id="uses" className="tab">
            Where used {uses > 0 ? <span className="count">{uses}</span> : null}
          </Tab>
        </TabList>
        <TabPanel id="words" className="tab-panel" shouldForceMount>
          <Editing line={line} onPut={put} />
        </TabPanel>
        <TabPanel id="versions" className="tab-panel">
          <Versions line={line} versions={versions} onPut={put} />
        </TabPanel>
        <TabPanel id="uses" className="tab-panel">
          <Uses lineId={lineId} version={line.revision} />
        </TabPanel>
      </Tabs>
    </div>
  );
}

interface EditingProps {
  readonly line: StandingLine;
  readonly onPut: (body: LineBody, revision: number) => Promise<StandingLine>;
}

function bodyIn({
  id: _,
  version: __,
  revision: ___,
  updatedAt: ____,
  author: _____,
  ...body
}: StandingLine): LineBody {
  return body;
}

/** Nothing is kept at every key: each version asks every document that uses the line. What is left unsaved is saved. */
function Editing({ line, onPut }: EditingProps) {
  /** What the form was filled with. */
  const [base, setBase] = useState(line);
  const [form, setForm] = useState(() => formOf(bodyIn(line)));
  const [problem, setProblem] = useState<ErrorData | null>(null);
  const isDirty = JSON.stringify(form) !== JSON.stringify(formOf(bodyIn(base)));
  // Somebody else has changed it while nothing was typed here.
  useEffect(() => {
    if (isDirty || line.revision === base.revision) return;
    setBase(line);
    setForm(formOf(bodyIn(line)));
  }, [line, base, isDirty]);
  const save = useCallback(
    async (given: LineForm) => {
      const made = await onPut(bodyOf(given, bodyIn(base)), base.revision);
      setBase(made);
      setForm(formOf(bodyIn(made)));
      setProblem(null);
    },
    [onPut, base],
  );
  const pending = useRef<(() => void) | null>(null);
  pending.current =
    isDirty && isComplete(form) && problem === null
      ? () => void onPut(bodyOf(form, bodyIn(base)), base.revision).catch(notifyFailure)
      : null;
  useEffect(() => () => pending.current?.(), []);
  const keep = () => void save(form).catch((thrown) => setProblem(toErrorData(thrown)));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter in any of its fields means the button.
    <div
      className="line-form"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !event.ctrlKey || !isDirty || !isComplete(form)) return;
        event.preventDefault();
        keep();
      }}
    >
      <Fields form={form} onChange={setForm} />
      {base.citations.length > 0 ? (
        <p className="line-about">
          {base.citations.length === 1
            ? 'One citation comes along wherever it is inserted.'
            : `${base.citations.length} citations come along wherever it is inserted.`}
        </p>
      ) : null}
      <Problem error={problem} />
      <div className="line-form-foot">
        <p>{isDirty ? 'Not saved yet' : 'Saved'}</p>
        {isDirty ? (
          <Button
            onPress={() => {
              setBase(line);
              setForm(formOf(bodyIn(line)));
              setProblem(null);
            }}
          >
            Discard
          </Button>
        ) : null}
        <Button look="primary" isDisabled={!isDirty || !isComplete(form)} onPress={keep}>
          Save
        </Button>
      </div>
    </div>
  );
}
