import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import {
  Button as AriaButton,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
} from 'react-aria-components';

interface Props {
  readonly label: string;
  /** Id of the option that is chosen; of one that is not there: shown as it is. */
  readonly value: string;
  /** An option may say more under its name. */
  readonly options: readonly { readonly id: string; readonly name: string; readonly text: string }[];
  /** The label stands before the choice instead of over it. */
  readonly isBeside?: boolean;
  readonly onChange: (id: string) => void;
}

/** One of many, in a list that opens. */
export function Choice({ label, value, options, isBeside = false, onChange }: Props) {
  const labelled = useId();
  return (
    <Select
      className={isBeside ? 'detail-field' : 'pack-select'}
      aria-labelledby={labelled}
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(String(key));
      }}
    >
      <span id={labelled} className={isBeside ? '' : 'pack-label'}>
        {label}
      </span>
      <AriaButton className="input pack-select-button">
        <SelectValue>
          {() => {
            const chosen = options.find(({ id }) => id === value);
            return chosen?.text ? `${chosen.name}: ${chosen.text}` : (chosen?.name ?? value);
          }}
        </SelectValue>
        <ChevronDown size={14} aria-hidden />
      </AriaButton>
      <Popover className="popover pack-select-list" offset={4}>
        <ListBox className="menu" items={options}>
          {({ id, name, text }) => (
            <ListBoxItem id={id} textValue={`${name} ${text}`} className="pack-option">
              <strong>{name}</strong>
              {text === '' ? null : <span>{text}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
