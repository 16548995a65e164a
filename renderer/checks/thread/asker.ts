/** The window's half: gives the thread what has changed, a little at a time, and puts together what it says. */
import type { Finding } from '../../../shared/checks/finding.ts';
import type { PendingRepair } from '../../../shared/checks/rule.ts';
import type { AnySection, DespatchDocument } from '../../../shared/document/schema.ts';
import type { EvidenceFacts } from '../../../shared/evidence/facts.ts';
import { type Found, type Order, WHOLE } from './checker.ts';

/** Blocks given at once: cloning them takes about a millisecond. */
const BLOCKS_AT_ONCE = 250;

export interface AskerParts {
  post(order: Order): void;
  /** Runs it when the window has had time for something else. @returns a function that cancels it. */
  later(run: () => void): () => void;
}

export class Asker {
  readonly #parts: AskerParts;
  /** What the thread has; sections are never changed in place. */
  readonly #given = new Map<string, AnySection>();
  readonly #found = new Map<string, readonly Finding[]>();
  #order: readonly string[] = [];
  /** The one in which the findings were last put together. */
  #shown: readonly string[] = [];
  #cancel: (() => void) | null = null;
  /** As the thread has them. */
  #facts: EvidenceFacts | null = null;

  constructor(parts: AskerParts) {
    this.#parts = parts;
  }

  /** Asks about this state, and no longer about an earlier one that has not been given completely. */
  ask(
    document: DespatchDocument,
    repairs: readonly PendingRepair[],
    facts: EvidenceFacts | null = null,
  ): void {
    this.end();
    const { sections, ...frame } = document;
    const wanted = sections.filter((section) => this.#given.get(section.id) !== section);
    const order = sections.map(({ id }) => id);
    this.#give(wanted, 0, () => {
      const present = new Set(order);
      for (const id of this.#given.keys()) if (!present.has(id)) this.#given.delete(id);
      if (!sameOrder(order, this.#order)) this.#order = order;
      const known = facts === this.#facts ? {} : { facts };
      this.#facts = facts;
      return { frame, order, repairs, ...known };
    });
  }

  end(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  /** @returns every finding there is, in reading order; null where nothing is new. */
  hear({ changed }: Found): readonly Finding[] | null {
    if (changed.length === 0 && this.#order === this.#shown) return null;
    for (const [id, findings] of changed) {
      if (findings.length === 0) this.#found.delete(id);
      else this.#found.set(id, findings);
    }
    this.#shown = this.#order;
    return [WHOLE, ...this.#order].flatMap((id) => this.#found.get(id) ?? []);
  }

  #give(wanted: readonly AnySection[], from: number, asked: () => Order['asked']): void {
    let to = from;
    for (let blocks = 0; to < wanted.length && blocks < BLOCKS_AT_ONCE; to += 1) {
      blocks += wanted[to]?.blocks.length ?? 0;
    }
    const sections = wanted.slice(from, to);
    for (const section of sections) this.#given.set(section.id, section);
    const done = to === wanted.length;
    this.#parts.post({ sections, asked: done ? asked() : null });
    if (!done) this.#cancel = this.#parts.later(() => this.#give(wanted, to, asked));
  }
}

function sameOrder(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, at) => id === other[at]);
}
