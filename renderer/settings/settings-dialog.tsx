import './settings.css';
import { Fragment } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { settingsSections } from './sections.ts';
import {
  changeSettings,
  type Density,
  type Start,
  scales,
  type Theme,
  themes,
  useSettings,
} from './settings.ts';

const themeNames: Readonly<Record<Theme, string>> = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
  'contrast-light': 'High contrast, light',
  'contrast-dark': 'High contrast, dark',
};
const densityNames: Readonly<Record<Density, string>> = { comfortable: 'Comfortable', compact: 'Compact' };
const startNames: Readonly<Record<Start, string>> = {
  place: 'What was open last',
  list: 'List of documents',
};

/** Every choice takes effect at once and is kept on this machine. */
export default function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { theme, density, scale, start } = useSettings();
  return (
    <Dialog
      title="Settings"
      width={640}
      onClose={onClose}
      actions={
        <Button look="primary" onPress={onClose}>
          Done
        </Button>
      }
    >
      <RadioGroup
        className="setting"
        value={theme}
        onChange={(value) => changeSettings({ theme: themes.find((name) => name === value) ?? 'system' })}
      >
        <Label>Theme</Label>
        <div className="theme-choices">
          {themes.map((name) => (
            <Radio key={name} value={name} className="theme-choice">
              <Swatch theme={name} />
              {themeNames[name]}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <Segmented
        label="Lists"
        value={density}
        options={densityNames}
        onChange={(chosen) => changeSettings({ density: chosen })}
      />
      <RadioGroup
        className="setting"
        orientation="horizontal"
        value={String(scale)}
        onChange={(value) => changeSettings({ scale: Number(value) })}
      >
        <Label>Size of the interface</Label>
        <div className="segments">
          {scales.map((size) => (
            <Radio key={size} value={String(size)} className="segment tabular">
              {Math.round(size * 100)} %
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <Segmented
        label="Despatch starts with"
        value={start}
        options={startNames}
        onChange={(chosen) => changeSettings({ start: chosen })}
      />
      <p className="quiet">
        The sheet has its own size besides: Ctrl+= and Ctrl+-. Motion follows the setting of the system.
      </p>
      {settingsSections.map(({ name, Section }) => (
        <Fragment key={name}>
          <h3 className="setting-name">{name}</h3>
          <Section />
        </Fragment>
      ))}
    </Dialog>
  );
}

/** A window in small: ground, sheet, words and the accent, in the colours of that theme. */
function Swatch({ theme }: { theme: Theme }) {
  const halves = theme === 'system' ? (['light', 'dark'] as const) : ([theme] as const);
  return (
    <span className="swatch" aria-hidden>
      {halves.map((half) => (
        <span
          key={half}
          className="swatch-half"
          data-scheme={half.endsWith('dark') ? 'dark' : 'light'}
          data-contrast={half.startsWith('contrast') ? 'more' : 'usual'}
        >
          <span className="swatch-sheet">
            <span />
            <span />
            <span />
          </span>
        </span>
      ))}
    </span>
  );
}
