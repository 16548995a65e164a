/** "812 KB", "3.4 MB": as lists of files print it. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000).toLocaleString('en-GB')} KB`;
  const large =
    bytes < 1_000_000_000 ? ([bytes / 1_000_000, 'MB'] as const) : ([bytes / 1_000_000_000, 'GB'] as const);
  return `${large[0].toLocaleString('en-GB', { maximumFractionDigits: 1 })} ${large[1]}`;
}
