/** What nobody waits for begins when the hands rest: whoever opens something is about to use it. */
import { useEffect, useState } from 'react';

/** Milliseconds since the last key, click or turn of the wheel. */
const QUIET = 800;
/** Milliseconds after which it begins all the same. */
const LATEST = 4000;

export interface CalmParts {
  now(): number;
  /** When a hand was last at work; -Infinity if never. */
  lastInput(): number;
  /** @returns what cancels it. */
  later(run: () => void, delayMs: number): () => void;
  /** When the window has nothing to do. @returns what cancels it. */
  idle(run: () => void): () => void;
}

/** Runs it once, in calm. @returns what cancels it. */
export function whenCalm(run: () => void, latest = LATEST, parts: CalmParts = windowParts()): () => void {
  const asked = parts.now();
  let cancel = () => {};
  const look = () => {
    const now = parts.now();
    const wait = Math.min(Math.max(asked, parts.lastInput()) + QUIET, asked + latest) - now;
    cancel = wait > 0 ? parts.later(look, wait) : parts.idle(run);
  };
  look();
  return () => cancel();
}

/** False until the hands have rested for the first time since this was shown. */
export function useCalm(): boolean {
  const [calm, setCalm] = useState(false);
  useEffect(() => whenCalm(() => setCalm(true)), []);
  return calm;
}

let known: CalmParts | null = null;

function windowParts(): CalmParts {
  if (known) return known;
  let last = Number.NEGATIVE_INFINITY;
  for (const type of ['keydown', 'pointerdown', 'wheel']) {
    window.addEventListener(
      type,
      () => {
        last = performance.now();
      },
      { capture: true, passive: true },
    );
  }
  known = {
    now: () => performance.now(),
    lastInput: () => last,
    later(run, delayMs) {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
    idle(run) {
      const idle = requestIdleCallback(run, { timeout: 1000 });
      return () => cancelIdleCallback(idle);
    },
  };
  return known;
}
