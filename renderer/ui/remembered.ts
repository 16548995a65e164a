/** Small preferences of this window, kept on this machine. */
import { useEffect, useState } from 'react';
import type { z } from 'zod';

/** State that survives the window; what cannot be read again is the default. */
export function useRemembered<T>(
  name: string,
  schema: z.ZodType<T>,
  initial: T,
): [T, (change: (value: T) => T) => void] {
  const [value, setValue] = useState(() => recall(name, schema) ?? initial);
  useEffect(() => localStorage.setItem(name, JSON.stringify(value)), [name, value]);
  return [value, setValue];
}

function recall<T>(name: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(localStorage.getItem(name) ?? ''));
  } catch {
    return null;
  }
}
