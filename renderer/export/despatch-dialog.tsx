/** What of the evidence goes along with a document, and what whoever sends it should know first. */
import './export.css';
import { useState } from 'react';
import { Checkbox, Label, Radio, RadioGroup } from 'react-aria-components';
import type { CallOutput } from '../../shared/contract/calls.ts';
import { defaultPortable, type PortableChoice } from '../../shared/contract/portable-calls.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

interface Props {
  readonly contents: CallOutput<'portable.preview'>;
  readonly onExport: (choice: PortableChoice) => void;
  readonly onClose: () => void;
}

const originalsHelp = {
  with: 'The files of its sources, byte for byte, and all their words.',
  without: 'The details of its sources and the words that are quoted, nothing else of them.',
} as const;
const editionsHelp = {
  cited: 'The present edition of each source and those that were cited.',
  present: 'The present edition of each source alone.',
} as const;

function size(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export function DespatchDialog({ contents, onExport, onClose }: Props) {
  const [choice, setChoice] = useState<PortableChoice>(defaultPortable);
  const change = (part: Partial<PortableChoice>) => setChoice((before) => ({ ...before, ...part }));
  const { sources, bytes, comments, higher, missing } = contents;
  const stopped = higher.length > 0 && !choice.higher;
  return (
    <Dialog
      title="Export as a Despatch file"
      width={600}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" autoFocus isDisabled={stopped} onPress={() => onExport(choice)}>
            Export…
          </Button>
        </>
      }
    >
      <p className="quiet">
        {sources === 0
          ? 'The document as one file that another Despatch can import. It cites no source of the evidence library.'
          : `The document and the ${sources === 1 ? 'source' : `${sources} sources`} it rests on as one file that another Despatch can import.`}
      </p>
      {sources === 0 ? null : (
        <>
          <RadioGroup
            className="setting"
            orientation="horizontal"
            value={choice.originals ? 'with' : 'without'}
            onChange={(value) => change({ originals: value !== 'without' })}
          >
            <Label>Files</Label>
            <div className="segments">
              <Radio value="with" className="segment">
                With originals ({size(bytes[choice.editions])})
              </Radio>
              <Radio value="without" className="segment">
                Quotations only
              </Radio>
            </div>
          </RadioGroup>
          <p className="quiet export-help" aria-live="polite">
            {originalsHelp[choice.originals ? 'with' : 'without']}
          </p>
          <RadioGroup
            className="setting"
            orientation="horizontal"
            value={choice.editions}
            onChange={(value) => change({ editions: value === 'present' ? 'present' : 'cited' })}
          >
            <Label>Editions</Label>
            <div className="segments">
              <Radio value="cited" className="segment">
                Cited and present
              </Radio>
              <Radio value="present" className="segment">
                Present only
              </Radio>
            </div>
          </RadioGroup>
          <p className="quiet export-help" aria-live="polite">
            {editionsHelp[choice.editions]}
          </p>
        </>
      )}
      {comments === 0 ? null : (
        <Checkbox
          className="export-check"
          isSelected={choice.comments}
          onChange={(wanted) => change({ comments: wanted })}
        >
          <span className="export-box" aria-hidden />
          {comments === 1 ? 'With the comment on it' : `With the ${comments} comments on it`}
        </Checkbox>
      )}
      {missing === 0 ? null : (
        <p className="quiet">
          {missing === 1
            ? 'A source that it cites is not in this library and cannot go with it.'
            : `${missing} sources that it cites are not in this library and cannot go with it.`}
        </p>
      )}
      {higher.length === 0 ? null : (
        <section className="setting export-higher" aria-labelledby="marked-higher">
          <span id="marked-higher">Marked higher than the document</span>
          <div>
            <ul>
              {higher.map((title) => (
                <li key={title}>{title}</li>
              ))}
            </ul>
            <Checkbox
              className="export-check"
              isSelected={choice.higher}
              onChange={(wanted) => change({ higher: wanted })}
            >
              <span className="export-box" aria-hidden />
              {higher.length === 1 ? 'This source may leave with it' : 'These sources may leave with it'}
            </Checkbox>
          </div>
        </section>
      )}
    </Dialog>
  );
}
