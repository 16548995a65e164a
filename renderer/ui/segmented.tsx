import { Label, Radio, RadioGroup } from 'react-aria-components';

/**
 * setting: beside its label, in a form. detail: the same in a panel of details, smaller. bare: the label is only heard,
 * because words above say it. bareDetail: both.
 */
type Look = 'setting' | 'detail' | 'bare' | 'bareDetail';

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  /** In order; the words for each. */
  readonly options: Readonly<Partial<Record<Value, string>>>;
  readonly look?: Look;
  readonly onChange: (value: Value) => void;
}

const groups: Readonly<Record<Look, string>> = {
  setting: 'setting',
  detail: 'detail-field',
  bare: '',
  bareDetail: '',
};

/** A choice of a few, side by side. */
export function Segmented<Value extends string>({
  label,
  value,
  options,
  look = 'setting',
  onChange,
}: Props<Value>) {
  const values = Object.keys(options) as Value[];
  const heard = look === 'bare' || look === 'bareDetail';
  const small = look === 'detail' || look === 'bareDetail';
  return (
    <RadioGroup
      {...(heard && { 'aria-label': label })}
      className={groups[look]}
      orientation="horizontal"
      value={value}
      onChange={(chosen) => onChange(values.find((one) => one === chosen) ?? value)}
    >
      {heard ? null : <Label>{label}</Label>}
      <div className={small ? 'segments detail-segments' : 'segments'}>
        {values.map((name) => (
          <Radio key={name} value={name} className="segment">
            {options[name]}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
