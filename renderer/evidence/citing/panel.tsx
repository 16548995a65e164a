import { lazy, Suspense } from 'react';
import './citing.css';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useDesk } from '../../writing/desk.ts';
import { useCitingDesk, type View } from './citing-desk.ts';
import { Overview } from './overview.tsx';
import { PointView } from './point-view.tsx';

/** Most days nobody reads a source beside the text. */
const ReaderPlace = lazy(async () => ({ default: (await import('./reader-place.tsx')).ReaderPlace }));

/** The Evidence tab: what the point at the caret rests on, or how the document stands. */
export function EvidencePanel() {
  const { view, setView, reading } = useCitingDesk();
  const { editor } = useDesk();
  if (reading)
    return (
      <Suspense>
        <ReaderPlace request={reading} />
      </Suspense>
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leads back to the text from wherever one is in it.
    <div
      className="citing"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        editor.current?.focus();
      }}
    >
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
