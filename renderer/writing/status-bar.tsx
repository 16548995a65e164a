import { ExportProgress } from '../export/progress.tsx';
import { useSaveState } from '../saving/kept-state.ts';
import { saveWords } from '../saving/save-words.ts';
import { Button } from '../ui/button.tsx';
import { useDesk } from './desk.ts';
import { statusItems } from './registered.ts';

export function StatusBar() {
  const { job, readOnly } = useDesk();
  return (
    <footer className="status-bar" data-region="status">
      {statusItems.map((Item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is a constant of the program.
        <Item key={at} />
      ))}
      <span className="status-gap" />
      {job ? <ExportProgress job={job} /> : null}
      {readOnly ? <span className="quiet">Read only</span> : <SaveButton />}
    </footer>
  );
}

function SaveButton() {
  const { saving, save } = useDesk();
  const words = saveWords(useSaveState(saving));
  return (
    <Button onPress={save} aria-label={`${words}. Save now`}>
      {words}
    </Button>
  );
}
