/**
 * Ids for what a meeting file names only by its titles. They come from the titles alone, not from places in the file or
 * names of files, so that a report that was corrected, or an item put in before others, is known again in a supplement.
 */

/** Far below what an id may be long, with those of two items above it. */
const LONGEST = 48;

function slug(title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  return words === '' ? 'untitled' : words;
}

export class FileIds {
  readonly #above: string;
  readonly #taken = new Set<string>();

  constructor(above = '') {
    this.#above = above;
  }

  /** A second "Report" in the same place is "report-2". */
  of(title: string): string {
    const own = `${this.#above}${slug(title)}`;
    let id = own;
    for (let count = 2; this.#taken.has(id); count += 1) id = `${own}-${count}`;
    this.#taken.add(id);
    return id;
  }

  /** For what stands under an item. */
  within(id: string): FileIds {
    // Deep down, what the id begins with says enough.
    return new FileIds(`${id.slice(-100)}.`);
  }
}
