/** How large a supplied PDF may be: beyond what any meeting has been sent, and small enough to be read in a minute. */
const MEGABYTE = 1024 * 1024;

export const limits = {
  bytes: 1024 * MEGABYTE,
  pages: 20_000,
  /** Characters of all pages. */
  characters: 40_000_000,
} as const;

/** What the host gives the process for one file. */
export const INSPECT_TIMEOUT_MS = 180_000;
