import { useEffect, useState } from 'react';

/** An ordinary start is over before words would help; a slow one deserves them. */
const SOON_MS = 400;
const LONG_MS = 8_000;

export function Starting() {
  const [waited, setWaited] = useState(0);
  useEffect(() => {
    const timers = [SOON_MS, LONG_MS].map((ms) => setTimeout(() => setWaited(ms), ms));
    return () => timers.forEach(clearTimeout);
  }, []);
  return (
    <div className="empty" role="status">
      {waited >= SOON_MS ? <h2>Opening your library</h2> : null}
      {waited >= LONG_MS ? (
        <p>
          This takes longer than usual. On a slow or shared drive, or after an update, it can take a minute.
        </p>
      ) : null}
    </div>
  );
}
