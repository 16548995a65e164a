import { useRef } from 'react';
import type { DespatchDocument } from '../../shared/document/schema.ts';
import { sameSkeleton } from '../../shared/print/skeleton.ts';

/** The first state that had the numbers, headings and names of places of this one: it stays while words are typed. */
export function useSkeleton(document: DespatchDocument): DespatchDocument {
  const kept = useRef(document);
  if (!sameSkeleton(kept.current, document)) kept.current = document;
  return kept.current;
}
