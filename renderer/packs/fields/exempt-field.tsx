import { Lock } from 'lucide-react';
import { type Exemption, type ExemptionRegime, exemptionRegimes } from '../../../shared/pack/exemption.ts';
import {
  exemptParagraph,
  notForPublication,
  regimeFor,
  regimeWords,
} from '../../../shared/pack/exemption-words.ts';
import type { Meeting } from '../../../shared/pack/meeting.ts';
import { Choice } from './choice.tsx';
import { Tick, WordsArea } from './small-fields.tsx';

interface Props {
  /** "this item" */
  readonly what: string;
  readonly meeting: Pick<Meeting, 'country' | 'body'>;
  readonly exempt: Exemption | null;
  /** @param typing in its words, so that it is one step with the keys before. */
  readonly onChange: (exempt: Exemption | null, typing?: 'typing') => void;
}

/** Whether something is withheld from the public, under which paragraph of which law, and why. */
export function ExemptField({ what, meeting, exempt, onChange }: Props) {
  const usual = regimeFor(meeting.country, meeting.body);
  const begin = () => {
    const regime = usual ?? 'LGA1972-England';
    onChange({ regime, paragraph: usualParagraph(regime), publicInterest: '' });
  };
  const known = exempt && exemptParagraph(exempt);
  return (
    <section className="pack-part" aria-label="Exemption">
      <Tick isSelected={exempt !== null} onChange={(selected) => (selected ? begin() : onChange(null))}>
        <Lock size={13} aria-hidden /> Withhold {what} from the public
      </Tick>
      {exempt === null ? null : (
        <div className="pack-part-body">
          <Choice
            label="Law"
            value={exempt.regime}
            options={exemptionRegimes.map((regime) => ({
              id: regime,
              name: regimeWords[regime].name,
              text: '',
            }))}
            onChange={(id) => {
              const regime = exemptionRegimes.find((each) => each === id) ?? exempt.regime;
              onChange({ ...exempt, regime, paragraph: sameParagraph(exempt, regime) });
            }}
          />
          {usual === null ? (
            <p className="quiet pack-note">
              Despatch knows the paragraphs of England and Wales. Pick those that your law corresponds to, and
              have the wording looked at.
            </p>
          ) : null}
          <Choice
            label="Paragraph"
            value={String(exempt.paragraph)}
            options={regimeWords[exempt.regime].paragraphs.map(({ paragraph, description }) => ({
              id: String(paragraph),
              name: `Paragraph ${paragraph}`,
              text: description,
            }))}
            onChange={(id) => onChange({ ...exempt, paragraph: Number(id) })}
          />
          {known?.unless ? <p className="quiet pack-note">{known.unless}</p> : null}
          {known?.publicInterestTest === false ? (
            <p className="quiet pack-note">The public interest test does not apply to this paragraph.</p>
          ) : (
            <WordsArea
              label="Why the public interest is in withholding it"
              value={exempt.publicInterest}
              placeholder="Disclosure would harm the council’s position in the negotiation."
              rows={3}
              onChange={(publicInterest) => onChange({ ...exempt, publicInterest }, 'typing')}
            />
          )}
          <p className="pack-preview">
            <span className="pack-preview-label">Printed</span>
            {notForPublication([exempt])}
          </p>
        </div>
      )}
    </section>
  );
}

/** The business affairs of a person: by far the commonest. */
function usualParagraph(regime: ExemptionRegime): number {
  return regimeWords[regime].paragraphs[2]?.paragraph ?? 1;
}

/** What stands at the same place of the other law's list. */
function sameParagraph({ regime, paragraph }: Exemption, next: ExemptionRegime): number {
  const at = regimeWords[regime].paragraphs.findIndex((each) => each.paragraph === paragraph);
  return regimeWords[next].paragraphs[Math.max(0, at)]?.paragraph ?? 1;
}
