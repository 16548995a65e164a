import type { Committee } from '../../../shared/pack/committee.ts';
import { mostClearDays, noticeRules } from '../../../shared/pack/deadlines/notice-rules.ts';
import type { Country } from '../../../shared/pack/meeting.ts';
import { CommitField } from '../../evidence/shelf/details/commit-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { MarkingMenu } from '../../writing/marking-menu.tsx';
import { ClockField, CountField } from '../fields/small-fields.tsx';
import { kindWords, whatKindOf } from './kinds.ts';
import { TemplateField } from './template-field.tsx';

interface Props {
  readonly committee: Committee;
  readonly onChange: (change: Partial<Committee>) => void;
}

const countryNames: Readonly<Record<Country, string>> = {
  England: 'England',
  Wales: 'Wales',
  Scotland: 'Scotland',
  'Northern Ireland': 'N. Ireland',
};
const bodyNames = { committee: 'Committee', executive: 'Executive', council: 'Full council' };

/** Who, where, when and under which law. */
export function CommitteeFields({ committee, onChange }: Props) {
  const { contact, country } = committee;
  const rule = noticeRules[country];
  const isMinisterial = committee.kind === 'ministerial';
  return (
    <div className="details-form committee-form">
      <CommitField
        label="Name"
        value={committee.name}
        check={(typed) => (typed.trim() === '' ? 'It needs a name.' : null)}
        onChange={(name) => onChange({ name })}
      />
      {isMinisterial ? (
        <p className="quiet pack-note">{kindWords[whatKindOf(committee)].help}</p>
      ) : (
        <>
          <Segmented
            label="It is"
            look="detail"
            value={committee.body}
            options={bodyNames}
            onChange={(body) => onChange({ body })}
          />
          <Segmented
            label="Country"
            look="detail"
            value={country}
            options={countryNames}
            onChange={(next) => onChange({ country: next })}
          />
          <CountField
            label="Clear days"
            value={committee.noticeDays}
            most={mostClearDays}
            placeholder={`${rule.clearDays}, as the law asks`}
            onChange={(noticeDays) => onChange({ noticeDays })}
          />
          <CountField
            label="Quorum"
            value={committee.quorum}
            most={300}
            placeholder="A quarter of the members"
            onChange={(quorum) => onChange({ quorum })}
          />
        </>
      )}
      <CommitField
        label="Venue"
        value={committee.venue}
        placeholder="Room and building"
        lines="many"
        onChange={(venue) => onChange({ venue })}
      />
      <ClockField label="Time" value={committee.time} onChange={(time) => onChange({ time })} />
      <CommitField
        label="Ask for"
        value={contact.name}
        placeholder="Name of the clerk"
        onChange={(name) => onChange({ contact: { ...contact, name } })}
      />
      <CommitField
        label="Telephone"
        value={contact.telephone}
        placeholder="For example 01632 960001"
        onChange={(telephone) => onChange({ contact: { ...contact, telephone } })}
      />
      <CommitField
        label="E-mail"
        value={contact.email}
        placeholder="For example clerk@example.gov.uk"
        onChange={(email) => onChange({ contact: { ...contact, email } })}
      />
      {isMinisterial ? null : (
        <CommitField
          label="Officer"
          value={committee.properOfficer}
          placeholder="Name and office of who signs the agenda"
          onChange={(properOfficer) => onChange({ properOfficer })}
        />
      )}
      <TemplateField template={committee.template} onChange={(template) => onChange({ template })} />
      <div className="detail-field">
        <span>Marking</span>
        <div className="detail-value">
          <MarkingMenu
            marking={committee.marking}
            isDisabled={false}
            onChange={(marking) => onChange({ marking })}
          />
        </div>
      </div>
    </div>
  );
}
