/** A source in the place of the list, with the point that its words would be cited for. */
import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ReaderRequest } from '../../../shared/evidence/reader-request.ts';
import { Button } from '../../ui/button.tsx';
import { Reader } from '../reader/reader.tsx';
import { useCiting } from './citing.ts';
import { useCitingDesk } from './citing-desk.ts';

export function ReaderPlace({ request }: { readonly request: ReaderRequest }) {
  const { place, placeName, onWords, cite, read } = useCitingDesk();
  const canCite = useCiting()?.canCite ?? false;
  const bar = useRef<HTMLDivElement>(null);
  const back = () => read(null);
  // What was pressed to come here is gone.
  useEffect(() => bar.current?.querySelector('button')?.focus(), []);
  const target = onWords && place?.words ? `“${place.words.text.replace(/\s+/g, ' ')}”` : (place?.text ?? '');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leads back from wherever one is in it.
    <div
      className="reader-place"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        back();
      }}
    >
      <div ref={bar} className="reader-place-bar">
        <Button onPress={back}>
          <ArrowLeft size={14} aria-hidden /> Back
        </Button>
        <p className="reader-place-target">
          {canCite ? (
            <>
              Cites into: <strong>{placeName}</strong> {target}
            </>
          ) : (
            (place?.refusal ?? 'Put the caret in the point that the words are for.')
          )}
        </p>
      </div>
      <div className="reader-place-source">
        <Reader request={request} onTake={cite} onClose={back} />
      </div>
    </div>
  );
}
