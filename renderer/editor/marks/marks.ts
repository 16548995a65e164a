/**
 * What is known about blocks but is not theirs: printed numbers, findings, what is amiss with their evidence, and whether
 * they are withheld with what they are part of. Kept beside the editor and drawn as attributes, so that a changed number
 * is never an edit.
 */
import type { LexicalEditor } from 'lexical';
import type { Finding, Severity } from '../../../shared/checks/finding.ts';
import { describeForReaders } from './block-dom.ts';

/** A source of it has changed; it has a figure without a source. */
type EvidenceMark = 'changed' | 'unsourced';

const rank: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 };

class Marks {
  #markers: ReadonlyMap<string, string> = new Map();
  #severities: ReadonlyMap<string, Severity> = new Map();
  #evidence: ReadonlyMap<string, EvidenceMark> = new Map();

  #withheld: ReadonlyMap<string, string> = new Map();

  dress(blockId: string, element: HTMLElement): void {
    const withheld = this.#withheld.get(blockId);
    if (element.dataset['withheld'] !== withheld) {
      if (withheld === undefined) delete element.dataset['withheld'];
      else element.dataset['withheld'] = withheld;
      describeForReaders(element);
    }
    const marker = this.#markers.get(blockId);
    if (marker === undefined) delete element.dataset['marker'];
    else element.dataset['marker'] = marker;
    const severity = this.#severities.get(blockId);
    if (severity === undefined) delete element.dataset['finding'];
    else element.dataset['finding'] = severity;
    const evidence = this.#evidence.get(blockId);
    if (evidence === undefined) delete element.dataset['evidence'];
    else element.dataset['evidence'] = evidence;
  }

  /** @returns the ids of the blocks whose marker is another than before. */
  setMarkers(next: ReadonlyMap<string, string>): string[] {
    const changed = differing(this.#markers, next);
    this.#markers = next;
    return changed;
  }

  /**
   * @param next what is said of blocks that are withheld with what they are part of.
   * @returns the ids of the blocks whose mark is another than before.
   */
  setWithheld(next: ReadonlyMap<string, string>): string[] {
    const changed = differing(this.#withheld, next);
    this.#withheld = next;
    return changed;
  }

  /** @returns the ids of the blocks whose mark is another than before. */
  setEvidence(next: ReadonlyMap<string, EvidenceMark>): string[] {
    const changed = differing(this.#evidence, next);
    this.#evidence = next;
    return changed;
  }

  /** The gravest finding of each block counts. @returns the ids of the blocks whose mark is another than before. */
  setFindings(findings: readonly Finding[]): string[] {
    const next = new Map<string, Severity>();
    for (const { blockId, severity } of findings) {
      const known = next.get(blockId);
      if (known === undefined || rank[severity] > rank[known]) next.set(blockId, severity);
    }
    const changed = differing(this.#severities, next);
    this.#severities = next;
    return changed;
  }
}

function differing<Value>(before: ReadonlyMap<string, Value>, after: ReadonlyMap<string, Value>): string[] {
  const changed: string[] = [];
  for (const [id, value] of after) if (before.get(id) !== value) changed.push(id);
  for (const id of before.keys()) if (!after.has(id)) changed.push(id);
  return changed;
}

const marks = new WeakMap<LexicalEditor, Marks>();

export function marksOf(editor: LexicalEditor): Marks {
  let own = marks.get(editor);
  if (!own) {
    own = new Marks();
    marks.set(editor, own);
  }
  return own;
}
