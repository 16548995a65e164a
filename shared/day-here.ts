/** The calendar's day where the user is, YYYY-MM-DD: the law counts days, not moments of UTC. */
export function dayHere(time: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}
