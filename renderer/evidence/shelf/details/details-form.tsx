import { CalendarPlus, ChevronDown } from 'lucide-react';
import { Radio, RadioGroup } from 'react-aria-components';
import type { CslItem, SourceDetails } from '../../../../shared/evidence/source.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { MarkingMenu } from '../../../writing/marking-menu.tsx';
import { cslFromDate, parseDate, parseDay, printDate, wordsOfCslDate } from '../../issued.ts';
import { CommitField } from './commit-field.tsx';
import type { DetailsView } from './details-session.ts';
import { fieldName } from './field-names.ts';
import { fieldWords } from './field-words.ts';
import { inMonths } from './months.ts';
import { changedNames, printNames } from './names.ts';
import { OwnFields } from './own-fields.tsx';
import { cslTypes, typeName } from './types.ts';

interface Props {
  readonly view: DetailsView;
  readonly organisations: readonly string[];
  readonly onChange: (next: (details: SourceDetails) => SourceDetails) => void;
}

/** Of CSL, what has a field of its own in the form. */
const shownInForm = new Set(['type', 'title', 'author', 'publisher', 'issued', 'URL', 'id']);

export const DATE_HELP = 'Write 2026, February 2026 or 14 February 2026.';
export const DAY_HELP = 'Write a whole day, such as 14 February 2026.';
export const titleFieldId = 'evidence-title';

export function checkDate(typed: string): string | null {
  return typed.trim() === '' || parseDate(typed) !== null ? null : `No date that is understood. ${DATE_HELP}`;
}
export function checkDay(typed: string): string | null {
  return typed.trim() === '' || parseDay(typed) !== null ? null : `No day that is understood. ${DAY_HELP}`;
}

function checkUrl(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || (/^https?:\/\/[^\s/]+\.[^\s]+$/i.test(text) && URL.canParse(text))) return null;
  return 'No web address. Write it with https:// at the start.';
}

export function DetailsForm({ view, organisations, onChange }: Props) {
  const { details, source } = view;
  const { csl } = details;
  const put = (change: Partial<SourceDetails>) => onChange((now) => ({ ...now, ...change }));
  const putCsl = <Name extends keyof CslItem & string>(name: Name, value: CslItem[Name] | undefined) =>
    onChange((now) => {
      const rest = Object.fromEntries(Object.entries(now.csl).filter(([key]) => key !== name));
      const present = value === undefined || value === '' ? rest : { ...rest, [name]: value };
      return { ...now, csl: { ...present, type: name === 'type' ? String(value) : now.csl.type } };
    });
  const withoutWords = source.kind === 'image' || (source.editions[0]?.textState ?? 'text') !== 'text';
  const description = (
    <CommitField
      label="Description"
      lines="many"
      value={details.description}
      placeholder={
        withoutWords ? 'What can be seen or read in it: it is found by these words' : 'What it is good for'
      }
      onChange={(text) => put({ description: text })}
    />
  );
  const kept = Object.entries(csl).filter(([name]) => !shownInForm.has(name));

  return (
    <div className="details-form">
      <CommitField
        id={titleFieldId}
        label="Title"
        lines="grow"
        value={csl.title ?? ''}
        placeholder={source.editions[0]?.fileName ?? 'Title'}
        onChange={(text) => putCsl('title', text.trim())}
      />
      {withoutWords ? description : null}
      <CommitField
        label="Authors"
        lines="grow"
        value={printNames(csl.author)}
        placeholder="Family name, given name; …"
        onChange={(text) => {
          const names = changedNames(csl.author, text);
          putCsl('author', names.length === 0 ? undefined : names);
        }}
      />
      <CommitField
        label="Organisation"
        value={csl.publisher ?? ''}
        suggestions={organisations}
        onChange={(text) => putCsl('publisher', text.trim())}
      />
      <CommitField
        label="Date"
        value={wordsOfCslDate(csl.issued)}
        placeholder="No date"
        check={checkDate}
        onChange={(text) => {
          const date = parseDate(text);
          putCsl('issued', date === null ? undefined : cslFromDate(date));
        }}
      />
      <div className="detail-field">
        <span id="detail-type">Type</span>
        <Menu
          label="Type"
          trigger={
            <Button className="detail-choice" aria-label={`Type: ${typeName(csl.type)}`}>
              {typeName(csl.type)} <ChevronDown size={12} aria-hidden />
            </Button>
          }
        >
          {(cslTypes.some(({ type }) => type === csl.type)
            ? cslTypes
            : [{ type: csl.type, name: typeName(csl.type) }, ...cslTypes]
          ).map(({ type, name }) => (
            <MenuItem
              key={type}
              label={name}
              current={type === csl.type}
              onAction={() => putCsl('type', type)}
            />
          ))}
        </Menu>
      </div>
      <CommitField
        label="Web address"
        value={csl.URL ?? ''}
        placeholder="https://"
        check={checkUrl}
        onChange={(text) => putCsl('URL', text.trim())}
      />
      <div className="detail-field">
        <span>Availability</span>
        <PublishedChoice value={details.published} onChange={(published) => put({ published })} />
      </div>
      <div className="detail-field">
        <span>Marking</span>
        <div>
          <MarkingMenu
            marking={details.marking}
            isDisabled={false}
            onChange={(marking) => put({ marking })}
          />
        </div>
      </div>
      <CommitField
        label="Review by"
        value={details.reviewBy === null ? '' : printDate(details.reviewBy)}
        placeholder="No date"
        check={checkDay}
        onChange={(text) => put({ reviewBy: parseDay(text) })}
      >
        <ReviewMenu onChoose={(reviewBy) => put({ reviewBy })} />
      </CommitField>
      {withoutWords ? null : description}
      <OwnFields own={details.own} onChange={(own) => put({ own })} />
      {kept.length > 0 ? (
        <details className="detail-kept">
          <summary>Also kept, from its file or a reference manager</summary>
          <dl>
            {kept.map(([name, value]) => (
              <div key={name}>
                <dt>{fieldName(`csl.${name}`)}</dt>
                <dd>{fieldWords(`csl.${name}`, value)}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
    </div>
  );
}

const publishedChoices = [
  { id: 'published', value: true, name: 'Published' },
  { id: 'unpublished', value: false, name: 'Unpublished' },
  { id: 'unsaid', value: null, name: 'Not said' },
] as const;

/** @param value undefined: of several sources, not all the same. */
export function PublishedChoice({
  value,
  onChange,
}: {
  readonly value: boolean | null | undefined;
  readonly onChange: (published: boolean | null) => void;
}) {
  return (
    <RadioGroup
      aria-label="Availability"
      orientation="horizontal"
      value={publishedChoices.find((choice) => choice.value === value)?.id ?? ''}
      onChange={(id) => onChange(publishedChoices.find((choice) => choice.id === id)?.value ?? null)}
    >
      <div className="segments detail-segments">
        {publishedChoices.map(({ id, name }) => (
          <Radio key={id} value={id} className="segment">
            {name}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

const spans = [
  { months: 3, name: 'In three months' },
  { months: 6, name: 'In six months' },
  { months: 12, name: 'In a year' },
  { months: 24, name: 'In two years' },
] as const;

export function ReviewMenu({ onChoose }: { readonly onChoose: (reviewBy: string | null) => void }) {
  return (
    <Menu
      label="Review by"
      placement="bottom end"
      trigger={
        <IconButton label="Choose a time">
          <CalendarPlus size={14} aria-hidden />
        </IconButton>
      }
    >
      {spans.map(({ months, name }) => (
        <MenuItem key={months} label={name} onAction={() => onChoose(inMonths(new Date(), months))} />
      ))}
      <MenuItem label="No date" onAction={() => onChoose(null)} />
    </Menu>
  );
}
