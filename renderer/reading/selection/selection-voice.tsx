import { useEffect, useState } from 'react';

/** Long enough that a key held down is not read out step by step. */
const VOICE_MS = 500;

/** Tells a screen reader what is selected. */
export function SelectionVoice({ words }: { readonly words: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(words === '' ? '' : `Selected: ${words}`), VOICE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  );
}
