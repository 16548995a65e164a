/** The checking half of the thread: what it was given of a document, and what it has said about it. */
import type { Finding } from '../../../shared/checks/finding.ts';
import type { PendingRepair } from '../../../shared/checks/rule.ts';
import { checkDocument } from '../../../shared/checks/run.ts';
import type { AnySection, DespatchDocument } from '../../../shared/document/schema.ts';
import type { EvidenceFacts } from '../../../shared/evidence/facts.ts';

/** Everything of a document but its sections, and those in their order. */
export interface Asked {
  readonly frame: Omit<DespatchDocument, 'sections'>;
  readonly order: readonly string[];
  readonly repairs: readonly PendingRepair[];
  /** What is known of the sources cited; left out where it is what was given last, because there may be much of it. */
  readonly facts?: EvidenceFacts | null;
}

export interface Order {
  /** New ones, and those that are no longer as they were given. */
  readonly sections: readonly AnySection[];
  /** null: more sections follow. */
  readonly asked: Asked | null;
}

export interface Found {
  /** Only of sections about which something else is to be said than before, or nothing; "": of the whole document. */
  readonly changed: readonly (readonly [sectionId: string, findings: readonly Finding[]])[];
}

/** Of what belongs to no section. */
export const WHOLE = '';

export class Checker {
  readonly #sections = new Map<string, AnySection>();
  #said = new Map<string, readonly Finding[]>();
  #asked: Asked | null = null;
  #facts: EvidenceFacts | null = null;

  /** @returns whether there is something to check now. */
  take({ sections, asked }: Order): boolean {
    for (const section of sections) this.#sections.set(section.id, section);
    if (asked) {
      this.#asked = asked;
      if (asked.facts !== undefined) this.#facts = asked.facts;
      // Now rather than at the check, by when there may be sections of a state that is still being given.
      const present = new Set(asked.order);
      for (const id of this.#sections.keys()) if (!present.has(id)) this.#sections.delete(id);
    }
    return this.#asked !== null;
  }

  /** The newest state it was asked about; null where it has been checked already. */
  check(): Found | null {
    const asked = this.#asked;
    if (!asked) return null;
    this.#asked = null;
    const sections = asked.order.flatMap((id) => this.#sections.get(id) ?? []);
    const next = bySection(sections, checkDocument({ ...asked.frame, sections }, asked.repairs, this.#facts));
    const changed: [string, readonly Finding[]][] = [];
    for (const id of new Set([...this.#said.keys(), ...next.keys()])) {
      const findings = next.get(id) ?? [];
      if (!same(this.#said.get(id) ?? [], findings)) changed.push([id, findings]);
    }
    this.#said = next;
    return { changed };
  }
}

function bySection(sections: readonly AnySection[], findings: readonly Finding[]): Map<string, Finding[]> {
  const sectionOf = new Map<string, string>();
  for (const { id, blocks } of sections) for (const block of blocks) sectionOf.set(block.id, id);
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const id = sectionOf.get(finding.blockId) ?? WHOLE;
    const group = groups.get(id);
    if (group) group.push(finding);
    else groups.set(id, [finding]);
  }
  return groups;
}

function same(one: readonly Finding[], other: readonly Finding[]): boolean {
  return one.length === other.length && JSON.stringify(one) === JSON.stringify(other);
}
