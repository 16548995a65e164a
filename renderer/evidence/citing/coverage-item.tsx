import { Button } from '../../ui/button.tsx';
import { useDesk } from '../../writing/desk.ts';
import { useCitingDesk } from './citing-desk.ts';
import { shareOf } from './covered.ts';
import { EVIDENCE_TAB } from './provider.tsx';

/** In the status bar: how many points and figures have evidence. */
export function CoverageItem() {
  const { showTab } = useDesk();
  const { covered, setView, read } = useCitingDesk();
  if (!covered) return null;
  const { have, all } = shareOf(covered.whole);
  if (all === 0) return null;
  return (
    <Button
      onPress={() => {
        read(null);
        setView('document');
        showTab(EVIDENCE_TAB);
      }}
      aria-label={`Evidence ${have} of ${all} points and figures. Show which have none`}
    >
      <span className="tabular">
        Evidence {have} of {all}
      </span>
    </Button>
  );
}
