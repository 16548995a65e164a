import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

interface SegmentsProps {
  readonly label: string;
  readonly value: string;
  readonly options: Readonly<Record<string, string>>;
  readonly onChange: (value: string) => void;
}

/** One of a few choices, all in sight. */
export function Segments({ label, value, options, onChange }: SegmentsProps) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className="segments"
      disallowEmptySelection
      selectionMode="single"
      selectedKeys={[value]}
      onSelectionChange={(keys) => onChange(String([...keys][0]))}
    >
      {Object.entries(options).map(([id, name]) => (
        <ToggleButton key={id} id={id} className="segment">
          {name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
