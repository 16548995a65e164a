import './exempt.css';
import { useState } from 'react';
import { Label, Radio, RadioGroup, TextArea, TextField } from 'react-aria-components';
import { type ExemptionRegime, exemptionRegimes } from '../../shared/pack/exemption.ts';
import { exemptLabel, exemptParagraph, regimeWords } from '../../shared/pack/exemption-words.ts';
import { exemptKey } from '../editor/exempt/exempt.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { takeHeldKeys } from '../ui/held-keys.ts';
import { useDesk } from '../writing/desk.ts';
import { rememberedRegime, rememberRegime } from './remembered.ts';

/** What goes with the chosen blocks without being chosen. */
function reachWords(taken: number): string {
  if (taken === 0)
    return 'A heading takes all that stands under it with it, a paragraph its sub-paragraphs. The numbers of what follows stay as they are.';
  const others = taken === 1 ? '1 other block is' : `${taken} other blocks are`;
  return `${others} withheld too: what stands under a heading, and the sub-paragraphs of a paragraph. The numbers of what follows stay as they are.`;
}

/** Asks by which paragraph of the law the chosen blocks are withheld from the public, and why. */
export default function ExemptDialog({ onClose }: { readonly onClose: () => void }) {
  const { editor } = useDesk();
  const sheet = editor.current?.feature(exemptKey) ?? null;
  const [{ count, exemption, inherited, taken }] = useState(() => {
    takeHeldKeys();
    return sheet?.chosen() ?? { count: 0, exemption: null, inherited: null, taken: 0 };
  });
  const [regime, setRegime] = useState<ExemptionRegime>(exemption?.regime ?? rememberedRegime());
  const [paragraph, setParagraph] = useState<number | null>(exemption?.paragraph ?? null);
  const [publicInterest, setPublicInterest] = useState(exemption?.publicInterest ?? '');
  const chosen = paragraph === null ? null : exemptParagraph({ regime, paragraph });

  const mark = () => {
    if (chosen === null || count === 0) return;
    rememberRegime(regime);
    sheet?.mark({ regime, paragraph: chosen.paragraph, publicInterest: publicInterest.trim() });
    onClose();
  };
  const publish = () => {
    sheet?.mark(null);
    onClose();
  };
  return (
    <Dialog
      title="Exempt from publication"
      width={640}
      onClose={onClose}
      actions={
        <>
          {exemption ? <Button onPress={publish}>Publish again</Button> : null}
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isDisabled={chosen === null || count === 0} onPress={mark}>
            {count > 1 ? `Mark ${count} blocks exempt` : 'Mark as exempt'}
          </Button>
        </>
      }
    >
      <div className="exempt-choice">
        <label className="field">
          <span>Law</span>
          <select
            className="input"
            value={regime}
            onChange={({ target }) => {
              const next = exemptionRegimes.find((each) => each === target.value) ?? regime;
              setRegime(next);
              if (paragraph !== null && !exemptParagraph({ regime: next, paragraph })) setParagraph(null);
            }}
          >
            {exemptionRegimes.map((each) => (
              <option key={each} value={each}>
                {regimeWords[each].name}
              </option>
            ))}
          </select>
        </label>
        <RadioGroup
          className="field exempt-paragraphs"
          value={paragraph === null ? null : String(paragraph)}
          onChange={(value) => setParagraph(Number(value))}
        >
          <Label>Description of the exempt information</Label>
          {regimeWords[regime].paragraphs.map((each, at) => (
            <Radio key={each.paragraph} value={String(each.paragraph)} autoFocus={at === 0}>
              <span className="number">{each.paragraph}</span>
              <span>{each.description}</span>
            </Radio>
          ))}
        </RadioGroup>
        <TextField className="field" value={publicInterest} onChange={setPublicInterest} maxLength={5000}>
          <Label>Why the public interest is in keeping it</Label>
          <TextArea className="input" rows={3} />
        </TextField>
        <p className="quiet">
          {chosen?.publicInterestTest === false
            ? 'The public interest test does not apply to this paragraph in Wales.'
            : 'These words are printed with the agenda, so they must not tell what is withheld.'}
        </p>
        <p>{reachWords(taken)}</p>
        {exemption === null && inherited !== null ? (
          <p>
            It is withheld already, with what it is part of ({exemptLabel(inherited)}). To publish it, publish
            that again.
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
