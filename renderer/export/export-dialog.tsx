/** What leaves, and how: format, sources, style. Every choice but the last is remembered for this kind of document. */
import './export.css';
import { useEffect, useState } from 'react';
import { Checkbox, Label, Radio, RadioGroup } from 'react-aria-components';
import type { CitationStyle } from '../../shared/contract/citation-style-calls.ts';
import type { DocumentKind } from '../../shared/document/schema.ts';
import { type EvidenceForm, evidenceForms } from '../../shared/print/evidence.ts';
import { notifyFailure } from '../app/failures.ts';
import { useServices } from '../app/services.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { chooseEvidence, useEvidenceChoice } from './evidence-choice.ts';
import { type ExportFormat, formatNames } from './formats.ts';

interface Props {
  readonly kind: DocumentKind;
  /** Whether the document cites any source. */
  readonly citing: boolean;
  readonly format: ExportFormat;
  readonly onExport: (format: ExportFormat, comments: boolean) => void;
  readonly onClose: () => void;
}

const formNames: Readonly<Record<EvidenceForm, string>> = {
  notes: 'Notes',
  endnotes: 'Endnotes',
  annex: 'Annex',
  none: 'None',
};
const formHelp: Readonly<Record<EvidenceForm, string>> = {
  notes: 'A note at the foot of the page for each citation.',
  endnotes: 'The same notes as a list at the end.',
  annex: 'A table of every cited point, the words it rests on, source and page.',
  none: 'No source is named, and nothing of the evidence is in the file.',
};

function useStyles() {
  const { client, desktop } = useServices();
  const [styles, setStyles] = useState<readonly CitationStyle[]>([]);
  const load = () => client.call('styles.list', {}).then(setStyles).catch(notifyFailure);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the dialog opens
  useEffect(() => void load(), []);
  /** @returns the style that was added; null: cancelled, or it was none. */
  const add = async (): Promise<CitationStyle | null> => {
    try {
      const file = await desktop.chooseStyleFile();
      if (!file) return null;
      const style = await client.call('styles.add', { grant: file.grant });
      await load();
      return style;
    } catch (thrown) {
      notifyFailure(thrown);
      return null;
    }
  };
  const remove = (style: string) => client.call('styles.remove', { style }).then(load).catch(notifyFailure);
  return { styles, add, remove };
}

export function ExportDialog({ kind, citing, format: first, onExport, onClose }: Props) {
  const choice = useEvidenceChoice(kind);
  const { styles, add, remove } = useStyles();
  const [format, setFormat] = useState(first);
  const [comments, setComments] = useState(false);
  const change = (part: Partial<typeof choice>) => chooseEvidence(kind, { ...choice, ...part });
  const style = styles.find(({ id }) => id === choice.style);
  const inText = style?.inText === true && (choice.form === 'notes' || choice.form === 'endnotes');
  return (
    <Dialog
      title="Export"
      width={600}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" autoFocus onPress={() => onExport(format, comments && format === 'docx')}>
            Export to {formatNames[format]}…
          </Button>
        </>
      }
    >
      <RadioGroup
        className="setting"
        orientation="horizontal"
        value={format}
        onChange={(value) => setFormat(value === 'pdf' ? 'pdf' : 'docx')}
      >
        <Label>Format</Label>
        <div className="segments">
          {(['docx', 'pdf'] as const).map((name) => (
            <Radio key={name} value={name} className="segment">
              {formatNames[name]}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      {format === 'docx' ? (
        <Checkbox className="export-check" isSelected={comments} onChange={setComments}>
          <span className="export-box" aria-hidden />
          With the comments, as Word’s own
        </Checkbox>
      ) : null}
      {citing ? (
        <>
          <RadioGroup
            className="setting"
            orientation="horizontal"
            value={choice.form}
            onChange={(value) => change({ form: evidenceForms.find((form) => form === value) ?? 'notes' })}
          >
            <Label>Evidence</Label>
            <div className="segments">
              {evidenceForms.map((form) => (
                <Radio key={form} value={form} className="segment">
                  {formNames[form]}
                </Radio>
              ))}
            </div>
          </RadioGroup>
          <p className="quiet export-help" aria-live="polite">
            {inText
              ? 'In brackets in the text, with a list of references at the end: that is what this style is for.'
              : formHelp[choice.form]}
          </p>
          {choice.form === 'none' ? null : (
            <RadioGroup
              className="setting export-styles"
              value={choice.style}
              onChange={(value) => change({ style: value })}
            >
              <Label>Style</Label>
              <div>
                {styles.map(({ id, title, shipped }) => (
                  <div key={id} className="export-style">
                    <Radio value={id} className="export-radio">
                      <span className="export-dot" aria-hidden />
                      {title}
                    </Radio>
                    {shipped ? null : (
                      <Button
                        look="link"
                        aria-label={`Remove the style ${title}`}
                        onPress={() => {
                          if (choice.style === id) change({ style: 'gov-uk' });
                          void remove(id);
                        }}
                      >
                        Remove
                      </Button>
                    )}
                  </div>
                ))}
                <Button
                  look="link"
                  onPress={() => void add().then((added) => added && change({ style: added.id }))}
                >
                  Add a style of your own…
                </Button>
              </div>
            </RadioGroup>
          )}
          {kind === 'report' ? (
            <Checkbox
              className="export-check"
              isSelected={choice.backgroundPapers}
              onChange={(backgroundPapers) => change({ backgroundPapers })}
            >
              <span className="export-box" aria-hidden />
              List the background papers that the citations make
            </Checkbox>
          ) : null}
          {choice.form === 'annex' ? (
            <Checkbox
              className="export-check"
              isSelected={choice.quoteHigher}
              onChange={(quoteHigher) => change({ quoteHigher })}
            >
              <span className="export-box" aria-hidden />
              Quote sources that are marked higher than the document, this once
            </Checkbox>
          ) : null}
        </>
      ) : (
        <p className="quiet">This document cites no source of the evidence library.</p>
      )}
    </Dialog>
  );
}
