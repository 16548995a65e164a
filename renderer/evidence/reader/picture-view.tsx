import { Quote } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { Source } from '../../../shared/evidence/source.ts';
import type { TakenPassage } from '../../../shared/evidence/taken.ts';
import { FailureMessage } from '../../app/failure-message.tsx';
import { useServices } from '../../app/services.ts';
import type { Book } from '../../reading/book.ts';
import { useFetched } from '../../reading/use-fetched.ts';
import type { ReadingZoom } from '../../reading/zoom.ts';
import { Button } from '../../ui/button.tsx';

interface Props {
  readonly book: Book;
  /** null: not known yet. */
  readonly source: Source | null;
  readonly zoom: ReadingZoom;
  readonly onTake: ((taken: TakenPassage) => void) | null;
}

/** A picture that is a source, with the words that describe it. */
export function PictureView({ book, source, zoom, onTake }: Props) {
  const { client } = useServices();
  const { edition, sourceId, title } = book.reading;
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is a reason by itself.
  const fetchPicture = useCallback(
    (signal: AbortSignal) => client.call('reading.image', { edition }, { signal }),
    [client, edition, attempt],
  );
  const { value: picture, error } = useFetched(fetchPicture);
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!picture) return;
    const made = URL.createObjectURL(new Blob([picture.bytes], { type: picture.mediaType }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  const description = source?.description.trim() ?? '';
  const take = () =>
    onTake?.({
      evidenceId: sourceId,
      edition,
      locator: {
        quote: { type: 'TextQuoteSelector', exact: description, prefix: '', suffix: '' },
        position: null,
        page: null,
      },
    });
  if (error)
    return <FailureMessage error={error} action="Try again" onAction={() => setAttempt((now) => now + 1)} />;
  return (
    <figure className="reader-picture">
      {url ? (
        <img
          src={url}
          alt={description === '' ? title : description}
          style={typeof zoom === 'number' ? { zoom, maxWidth: 'none' } : undefined}
        />
      ) : null}
      {description === '' ? (
        <figcaption className="quiet">
          Nobody has described this picture yet. Described in its details, it is found by search and can be
          cited.
        </figcaption>
      ) : (
        <figcaption>
          {description}
          {onTake ? (
            <Button look="outlined" onPress={take}>
              <Quote size={14} aria-hidden />
              Cite this picture
            </Button>
          ) : null}
        </figcaption>
      )}
    </figure>
  );
}
