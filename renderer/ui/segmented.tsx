import { Label, Radio, RadioGroup } from 'react-aria-components';

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  /** In order; the words for each. */
  readonly options: Readonly<Partial<Record<Value, string>>>;
  readonly onChange: (value: Value) => void;
}

/** A choice of a few, side by side. */
export function Segmented<Value extends string>({ label, value, options, onChange }: Props<Value>) {
  const values = Object.keys(options) as Value[];
  return (
    <RadioGroup
      className="setting"
      orientation="horizontal"
      value={value}
      onChange={(chosen) => onChange(values.find((one) => one === chosen) ?? value)}
    >
      <Label>{label}</Label>
      <div className="segments">
        {values.map((name) => (
          <Radio key={name} value={name} className="segment">
            {options[name]}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
