const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** "4 March 2027" of 2027-03-04; empty where there is no date. */
export function longDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  const name = months[(month ?? 0) - 1];
  return name === undefined || day === undefined ? '' : `${day} ${name} ${year}`;
}
