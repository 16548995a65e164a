/** How sources are printed, remembered for each kind of document on this machine; export and preview read it here. */
import { useSyncExternalStore } from 'react';
import type { DocumentKind } from '../../shared/document/schema.ts';
import {
  defaultEvidence,
  type EvidenceChoice,
  evidenceChoiceSchema,
} from '../../shared/evidence/evidence-choice.ts';

const listeners = new Set<() => void>();
/** What each kind was last found to have, so that the same is the same object. */
const known = new Map<DocumentKind, EvidenceChoice>();

const nameOf = (kind: DocumentKind): string => `export-evidence-${kind}`;

function read(kind: DocumentKind): EvidenceChoice {
  try {
    return evidenceChoiceSchema.parse(JSON.parse(localStorage.getItem(nameOf(kind)) ?? ''));
  } catch {
    return defaultEvidence;
  }
}

export function evidenceChoice(kind: DocumentKind): EvidenceChoice {
  const choice = known.get(kind) ?? read(kind);
  known.set(kind, choice);
  return choice;
}

export function chooseEvidence(kind: DocumentKind, choice: EvidenceChoice): void {
  known.set(kind, choice);
  // To quote what is marked higher is chosen for one export, and never by having chosen it before.
  localStorage.setItem(nameOf(kind), JSON.stringify({ ...choice, quoteHigher: false }));
  for (const listener of listeners) listener();
}

/** What was chosen for one export is over with it. */
export function quoteNoHigher(kind: DocumentKind): void {
  const choice = evidenceChoice(kind);
  if (choice.quoteHigher) chooseEvidence(kind, { ...choice, quoteHigher: false });
}

export function onEvidenceChoice(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useEvidenceChoice(kind: DocumentKind): EvidenceChoice {
  return useSyncExternalStore(onEvidenceChoice, () => evidenceChoice(kind));
}
