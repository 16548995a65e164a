import './tour.css';
import { Compass, X } from 'lucide-react';
import { useCommandBus } from '../app/commands.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { useTourProgress } from './progress.ts';

/** Offered until it was taken or declined. */
export function Welcome({ libraryEmpty }: { libraryEmpty: boolean }) {
  const bus = useCommandBus();
  const [{ settled }, setProgress] = useTourProgress();
  if (settled) return null;
  return (
    <section className="welcome" aria-label="New to Despatch">
      <Compass size={16} aria-hidden />
      <p>
        <strong>New to Despatch?</strong> The tour shows the few things that are different, in two minutes.
      </p>
      {libraryEmpty ? (
        <Button
          look="outlined"
          onPress={({ target }) => {
            // This one goes with the empty library; the focus moves on to the tour.
            if (target.nextElementSibling instanceof HTMLElement) target.nextElementSibling.focus();
            bus.run('sample-library');
          }}
        >
          Add sample documents
        </Button>
      ) : null}
      <Button look="outlined" onPress={() => bus.run('tour')}>
        Take the tour
      </Button>
      <IconButton label="No, thank you" onPress={() => setProgress((now) => ({ ...now, settled: true }))}>
        <X size={16} aria-hidden />
      </IconButton>
    </section>
  );
}
