/** What a file's name says of the paper in it. */

/** Numbering that clerks put before names so that a folder is in order: "03 - ", "6a_", "Item 6 ". */
const ordering = /^(?:item\s*)?\d{1,3}[a-z]?(?:\.\d{1,2})?(?:\s*[-–—_.)]\s*|\s+)(?=\S)/iu;
/** "final", "v3" and the like, at the end. */
const state = /[\s(-]+(?:final|draft|copy|clean|v\d{1,3}(?:\.\d{1,3})?)\)?$/iu;
const appendix = /^(?:appendix|appendices|annex|annexe|schedule|enclosure)\b/iu;

/** A title as a person would write it, and whether it is one of an appendix. Never empty. */
export function titleOfFile(name: string): { title: string; appendix: boolean } {
  const bare = name.replace(/\.[a-z0-9]{1,10}$/iu, '');
  let words = bare
    .replace(/[_\s]+/gu, ' ')
    .replace(/\s*--+\s*/gu, ' – ')
    .trim();
  // Hyphens instead of spaces: "harbour-dues-2027".
  if (!words.includes(' ')) words = words.replace(/-/gu, ' ');
  words = words.replace(ordering, '');
  for (let shorter = words.replace(state, ''); shorter !== words; shorter = words.replace(state, ''))
    words = shorter;
  words = words.trim();
  if (words === '') words = bare.trim() === '' ? 'Paper' : bare.trim();
  return {
    title: (words.charAt(0).toLocaleUpperCase('en-GB') + words.slice(1)).slice(0, 1000),
    appendix: appendix.test(words),
  };
}
