/** Lines that hold nothing but the number of a page. */
import { hasAt } from './first-signs.ts';

const named = /^[-–—|\s]*page\s+\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?[-–—|\s]*$/;
const bare = /^(?:\d{1,3}|[-–—]\s*\d{1,3}\s*[-–—]|\[\d{1,3}\]|\d{1,3}\s*(?:of|\/)\s*\d{1,3})$/;

/** `named` says "page"; a `bare` number may be one, if what stands around it agrees. Null for any other line. */
export function pageNumberIn(text: string): 'named' | 'bare' | null {
  const words = text.trim();
  if (words.length > 40) return null;
  const small = words.toLowerCase();
  if (small.includes('page') && named.test(small)) return 'named';
  const might = hasAt(words, 0, '0123456789[-–—') && hasAt(words, -1, '0123456789]-–—');
  return might && bare.test(words) ? 'bare' : null;
}
