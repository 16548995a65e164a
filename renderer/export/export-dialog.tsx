/** What leaves, and how: format, sources, style. Every choice but the last is remembered for this kind of document. */
import './export.css';
import { useEffect, useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { CitationStyle } from '../../shared/contract/citation-style-calls.ts';
import type { DocumentKind } from '../../shared/document/schema.ts';
import type { EvidenceForm } from '../../shared/print/evidence.ts';
import { notifyFailure } from '../app/failures.ts';
import { useServices } from '../app/services.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Check } from './check.tsx';
import { type Copy, copyChoices, copyHelp, notForPublication } from './copies.ts';
import { evidenceChoices } from './evidence-choice.ts';
import { type ExportFormat, formatNames } from './formats.ts';
import { PdfOptions } from './pdf-options.tsx';

/** What an export is of, and into what. */
export interface Wanted {
  readonly format: ExportFormat;
  /** Whether they leave with a Word file. */
  readonly comments: boolean;
  readonly copy: Copy;
  /** Whether the report of the proof of a public copy is saved too. */
  readonly keepProof: boolean;
}

interface Props {
  readonly kind: DocumentKind;
  /** Whether the document cites any source. */
  readonly citing: boolean;
  /** Whether anything of it is exempt. */
  readonly withholds: boolean;
  readonly format: ExportFormat;
  readonly onExport: (wanted: Wanted) => void;
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

export function ExportDialog({ kind, citing, withholds, format: first, onExport, onClose }: Props) {
  const choice = evidenceChoices.use(kind);
  const { styles, add, remove } = useStyles();
  const [format, setFormat] = useState(first);
  const [comments, setComments] = useState(false);
  // Never remembered: who exports the next document must not publish it by a choice made for another.
  const [copy, setCopy] = useState<Copy>('whole');
  const [keepProof, setKeepProof] = useState(true);
  const speaking = copy === 'speaking';
  const change = (part: Partial<typeof choice>) => evidenceChoices.choose(kind, { ...choice, ...part });
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
          <Button
            look="primary"
            autoFocus
            onPress={() =>
              onExport({
                format,
                comments: comments && format === 'docx' && copy === 'whole',
                copy,
                keepProof: keepProof && copy === 'public',
              })
            }
          >
            Export to {formatNames[format]}…
          </Button>
        </>
      }
    >
      <Segmented<ExportFormat> label="Format" value={format} options={formatNames} onChange={setFormat} />
      <Segmented<Copy> label="Copy" value={copy} options={copyChoices(withholds)} onChange={setCopy} />
      {copyHelp[copy] === '' ? null : (
        <p className="quiet export-help" aria-live="polite">
          {copyHelp[copy]}
        </p>
      )}
      {withholds && copy !== 'public' ? <p className="quiet export-help">{notForPublication}</p> : null}
      {copy === 'public' ? (
        <Check isSelected={keepProof} onChange={setKeepProof}>
          Save the report of the proof too
        </Check>
      ) : null}
      {format === 'pdf' ? <PdfOptions kind={kind} speaking={speaking} /> : null}
      {format === 'docx' && copy === 'whole' ? (
        <Check isSelected={comments} onChange={setComments}>
          With the comments, as Word’s own
        </Check>
      ) : null}
      {speaking ? null : citing ? (
        <>
          <Segmented
            label="Evidence"
            value={choice.form}
            options={formNames}
            onChange={(form) => change({ form })}
          />
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
            <Check
              isSelected={choice.backgroundPapers}
              onChange={(backgroundPapers) => change({ backgroundPapers })}
            >
              List the background papers that the citations make
            </Check>
          ) : null}
          {choice.form === 'annex' ? (
            <Check isSelected={choice.quoteHigher} onChange={(quoteHigher) => change({ quoteHigher })}>
              Quote sources that are marked higher than the document, this once
            </Check>
          ) : null}
        </>
      ) : (
        <p className="quiet">This document cites no source of the evidence library.</p>
      )}
    </Dialog>
  );
}
