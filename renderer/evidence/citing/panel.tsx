import './citing.css';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useCitingDesk, type View } from './citing-desk.ts';
import { Overview } from './overview.tsx';
import { PointView } from './point-view.tsx';
import { ReaderPlace } from './reader-place.tsx';

/** The Evidence tab: what the point at the caret rests on, or how the document stands. */
export function EvidencePanel() {
  const { view, setView, reading } = useCitingDesk();
  if (reading) return <ReaderPlace request={reading} />;
  return (
    <div className="citing">
      <ToggleButtonGroup
        aria-label="Evidence of"
        className="segments citing-views"
        disallowEmptySelection
        selectionMode="single"
        selectedKeys={[view]}
        onSelectionChange={(keys) => setView([...keys][0] as View)}
      >
        <ToggleButton id="point" className="segment">
          This point
        </ToggleButton>
        <ToggleButton id="document" className="segment">
          Document
        </ToggleButton>
      </ToggleButtonGroup>
      {view === 'point' ? <PointView /> : <Overview />}
    </div>
  );
}
