/** Where a citation's words stand today, in plain words. */
import { Check, CircleAlert, type LucideIcon, MoveRight, Pencil } from 'lucide-react';
import type { AnchorState } from '../../../../shared/evidence/facts.ts';

interface AnchorWords {
  readonly name: string;
  readonly help: string;
  readonly icon: LucideIcon;
  /** Somebody should look at it. */
  readonly attention: boolean;
}

export const anchorWords: Readonly<Record<AnchorState, AnchorWords>> = {
  same: {
    name: 'As cited',
    help: 'The words stand where they were cited.',
    icon: Check,
    attention: false,
  },
  moved: {
    name: 'Moved',
    help: 'The same words stand in another place.',
    icon: MoveRight,
    attention: false,
  },
  changed: {
    name: 'Words changed',
    help: 'Words nearly like them stand in the source now.',
    icon: Pencil,
    attention: true,
  },
  lost: {
    name: 'Words gone',
    help: 'The words are no longer in the source.',
    icon: CircleAlert,
    attention: true,
  },
  sourceMissing: {
    name: 'Source missing',
    help: 'The source is not in the library.',
    icon: CircleAlert,
    attention: true,
  },
};

export const bearingNames = { supports: 'Supports', contradicts: 'Contradicts', context: 'Context' } as const;
