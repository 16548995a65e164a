import * as z from 'zod';
import { useRemembered } from '../ui/remembered.ts';

const STEP = 0.1;
const SMALLEST = 0.6;
const LARGEST = 2;

export interface Zoom {
  /** 1: the printed size. */
  readonly factor: number;
  larger(): void;
  smaller(): void;
  reset(): void;
}

/** How large the text is shown; only the sheet, because the rest follows the system's setting. */
export function useZoom(): Zoom {
  const [factor, setFactor] = useRemembered('writing.zoom', z.number().min(SMALLEST).max(LARGEST), 1);
  const by = (step: number) =>
    setFactor((now) => Math.min(LARGEST, Math.max(SMALLEST, Math.round((now + step) * 10) / 10)));
  return { factor, larger: () => by(STEP), smaller: () => by(-STEP), reset: () => setFactor(() => 1) };
}
