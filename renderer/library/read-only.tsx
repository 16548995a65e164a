import { useEffect, useState } from 'react';
import type { ErrorData } from '../../shared/contract/errors.ts';
import { explain } from '../../shared/contract/messages.ts';
import { useServices } from '../app/services.ts';
import { Banner } from '../saving/banner.tsx';

/** Says that nothing in the library can be changed, and why, before anybody tries. */
export function ReadOnlyBanner({ why }: { readonly why: ErrorData }) {
  const words = explain(why);
  return (
    <Banner tone="note" actions={null}>
      <strong>Read only.</strong> The library can be read, searched and exported from, but not changed.{' '}
      {words.why} {words.next}
    </Banner>
  );
}

/** The same for a screen of the library; nothing where it can be changed. */
export function LibraryBanner() {
  const { client } = useServices();
  const [why, setWhy] = useState<ErrorData | null>(null);
  useEffect(() => {
    let shown = true;
    client.call('library.state', {}).then(
      ({ readOnly }) => {
        if (shown) setWhy(readOnly);
      },
      // The screen itself says why the library does not answer.
      () => undefined,
    );
    return () => {
      shown = false;
    };
  }, [client]);
  return why ? <ReadOnlyBanner why={why} /> : null;
}
