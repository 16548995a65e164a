import type { DocumentSummary } from '../../shared/contract/calls.ts';
import { explain } from '../../shared/contract/messages.ts';
import type { TemplateSummary } from '../../shared/contract/template-calls.ts';
import { exactDate } from '../library/dates.ts';
import { kindNames, titleFor } from '../library/list-model.ts';
import { Button } from '../ui/button.tsx';
import { Segmented } from '../ui/segmented.tsx';
import type { Choice } from './choices.ts';

/** What of a past document goes into the new one. */
export type Content = 'kept' | 'cleared';

interface Props {
  readonly choice: Choice;
  readonly guidance: boolean;
  readonly content: Content;
  readonly onGuidance: (guidance: boolean) => void;
  readonly onContent: (content: Content) => void;
  readonly onRemove: (file: string, name: string) => void;
}

/** What the new document will hold, and how much of it. */
export function Preview(props: Props) {
  const { choice } = props;
  if (choice.from === 'template') return <OfTemplate {...props} template={choice.template} />;
  if (choice.from === 'document') return <OfDocument {...props} document={choice.document} />;
  if (choice.from === 'broken') {
    const { file, reason } = choice.broken;
    return (
      <>
        <h3>{file}</h3>
        <p>
          This file in the library’s folder of templates is none that Despatch can use.{' '}
          {explain({ code: 'template.invalid', details: { file, reason } }).why}
        </p>
        <p className="quiet">Mend it, or remove it. The other templates are not affected.</p>
        <Button look="outlined" onPress={() => props.onRemove(file, file)}>
          Remove
        </Button>
      </>
    );
  }
  return (
    <>
      <h3>Pasted text</h3>
      <p>
        Paste a brief or a report from anywhere. Despatch finds its parts, loses no word, and lists what it
        had to guess.
      </p>
    </>
  );
}

function OfTemplate({ template, guidance, onGuidance, onRemove }: Props & { template: TemplateSummary }) {
  const { name, description, department, kind, parts, file } = template;
  return (
    <>
      <h3>{name}</h3>
      <p className="template-chips">
        <span className="chip">{kindNames[kind]}</span>
        {department === '' ? null : <span className="chip">{department}</span>}
      </p>
      <p>{description}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: with nothing to focus in it, keys could not scroll it. */}
      <ol className="template-parts" aria-label="Parts" tabIndex={0}>
        {parts.map(({ title, holds }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two parts may have the same title; the list is fixed.
          <li key={at}>
            <span>{title}</span>
            <span className="quiet">{holds.join(', ')}</span>
          </li>
        ))}
      </ol>
      <Segmented
        label="Guidance while writing"
        look="bare"
        value={guidance ? 'with' : 'without'}
        options={{ with: 'With guidance', without: 'Without' }}
        onChange={(value) => onGuidance(value === 'with')}
      />
      {file === null ? null : (
        <Button look="link" onPress={() => onRemove(file, name)}>
          Remove this template
        </Button>
      )}
    </>
  );
}

function OfDocument({ document, content, onContent }: Props & { document: DocumentSummary }) {
  return (
    <>
      <h3>{titleFor(document)}</h3>
      <p className="template-chips">
        <span className="chip">{kindNames[document.kind]}</span>
        {document.marking ? <span className="chip marking">{document.marking.classification}</span> : null}
      </p>
      <p className="quiet">
        {document.subtitle === '' ? '' : `${document.subtitle}. `}
        Last changed {exactDate(document.updatedAt)}.
      </p>
      <Segmented
        label="What the new document takes over"
        look="bare"
        value={content}
        options={{ cleared: 'Headings only', kept: 'All words' }}
        onChange={onContent}
      />
      <p className="quiet">
        {content === 'kept'
          ? 'A copy with its marking and its evidence. Comments stay with the old document.'
          : 'Headings, labels and guidance with an empty block for each kind of entry. No marking, no comments.'}
      </p>
    </>
  );
}
