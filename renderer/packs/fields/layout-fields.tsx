import type { PackLayout } from '../../../shared/pack/meeting.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { CountField, Tick } from './small-fields.tsx';

interface Props {
  readonly layout: PackLayout;
  readonly onChange: (layout: PackLayout) => void;
}

/** How the pack is put together. */
export function LayoutFields({ layout, onChange }: Props) {
  const put = (change: Partial<PackLayout>) => onChange({ ...layout, ...change });
  return (
    <div className="layout-fields">
      <Tick isSelected={layout.cover} onChange={(cover) => put({ cover })}>
        A cover before the front sheet
      </Tick>
      <Tick isSelected={layout.dividers} onChange={(dividers) => put({ dividers })}>
        A divider sheet before each item that has papers
      </Tick>
      <Tick
        isSelected={layout.startDocumentsOnRightHandPage}
        onChange={(startDocumentsOnRightHandPage) => put({ startDocumentsOnRightHandPage })}
        help="For printing on both sides; a blank page before it makes up the number."
      >
        Every paper begins on a right-hand page
      </Tick>
      {layout.startDocumentsOnRightHandPage ? (
        <Tick isSelected={layout.blankPagesSaySo} onChange={(blankPagesSaySo) => put({ blankPagesSaySo })}>
          Blank pages say “This page is intentionally left blank”
        </Tick>
      ) : null}
      <Tick isSelected={layout.numberFrontSheet} onChange={(numberFrontSheet) => put({ numberFrontSheet })}>
        Number and count the pages of cover and front sheet
      </Tick>
      <CountField
        label="First number"
        value={layout.firstNumber}
        most={9999}
        placeholder="1"
        onChange={(count) => put({ firstNumber: count ?? 1 })}
      />
      <Segmented
        label="Public pack"
        look="detail"
        value={layout.publicNumbers}
        options={{ same: 'Same numbers', closed: 'Closed up' }}
        onChange={(publicNumbers) => put({ publicNumbers })}
      />
      <p className="quiet pack-note">
        {layout.publicNumbers === 'same'
          ? 'Page numbers are those of the restricted pack, and withheld pages are named.'
          : 'Pages are numbered without those that are withheld.'}
      </p>
      <Tick isSelected={layout.keepAnnotations} onChange={(keepAnnotations) => put({ keepAnnotations })}>
        Keep the notes that readers left in supplied PDFs
      </Tick>
    </div>
  );
}
