/** What became of the parts, gathered page by page and told once for each kind. */
import type { AssemblyNotice } from '../../shared/pack/assembly.ts';

type Kind = AssemblyNotice['kind'];

export class Notices {
  readonly #found = new Map<string, { part: number; kind: Kind; pages: Set<number>; details: Set<string> }>();

  /** @param page of the part, counted from 0; null: the file as a whole. */
  add(part: number, kind: Kind, page: number | null, detail = ''): void {
    const name = `${part} ${kind}`;
    let notice = this.#found.get(name);
    if (notice === undefined) {
      notice = { part, kind, pages: new Set(), details: new Set() };
      this.#found.set(name, notice);
    }
    if (page !== null) notice.pages.add(page + 1);
    if (detail !== '') notice.details.add(detail);
  }

  /** By part, and within a part as they were found. */
  list(): AssemblyNotice[] {
    return [...this.#found.values()]
      .sort((a, b) => a.part - b.part)
      .map(({ part, kind, pages, details }) => ({
        part,
        kind,
        pages: [...pages].sort((a, b) => a - b),
        detail: listed([...details]),
      }));
  }
}

const NAMED = 8;

function listed(details: readonly string[]): string {
  const rest = details.length - NAMED;
  return rest > 0 ? `${details.slice(0, NAMED).join('; ')}; and ${rest} more` : details.join('; ');
}
