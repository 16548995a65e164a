import { ChevronDown, Quote } from 'lucide-react';
import type { Bearing } from '../../../shared/document/schema.ts';
import { keysFor } from '../../app/shortcuts.ts';
import { SelectedBar } from '../../reading/selection/selected-bar.tsx';
import type { Desk } from '../../reading/use-desk.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';

interface Props {
  readonly desk: Desk;
  /** null: there is nothing that could cite them. */
  readonly onTake: ((bearing: Bearing) => void) | null;
}

const ways: readonly { readonly bearing: Bearing; readonly label: string }[] = [
  { bearing: 'supports', label: 'Cite as support' },
  { bearing: 'contradicts', label: 'Cite as contradiction' },
  { bearing: 'context', label: 'Cite as context' },
];

/** What can be done with the selected words of a source. */
export function TakeBar({ desk, onTake }: Props) {
  return (
    <SelectedBar desk={desk}>
      {onTake ? (
        <>
          <Button look="primary" onPress={() => onTake('supports')} aria-keyshortcuts="Control+Shift+C">
            <Quote size={14} aria-hidden />
            Cite selection
            <kbd className="reader-take-keys">{keysFor('cite-selection')}</kbd>
          </Button>
          <Menu
            label="How the words bear on the point"
            placement="top end"
            trigger={
              <IconButton label="Cite as…">
                <ChevronDown size={14} aria-hidden />
              </IconButton>
            }
          >
            {ways.map(({ bearing, label }) => (
              <MenuItem key={bearing} label={label} onAction={() => onTake(bearing)} />
            ))}
          </Menu>
        </>
      ) : null}
    </SelectedBar>
  );
}
