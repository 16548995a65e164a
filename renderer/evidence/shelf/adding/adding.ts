/** Taking files into the evidence library, from every screen. */
import { createContext, useContext } from 'react';
import type { CallInput } from '../../../../shared/contract/calls.ts';
import type { Batch } from '../../../../shared/contract/evidence-source-calls.ts';

export type IntakeFiles = CallInput<'evidence.add'>['files'];

export interface AddingJob {
  /** From 0 to 1. */
  readonly share: number;
  /** The file in hand; empty until there is one. */
  readonly label: string;
  readonly files: number;
  /** Others that wait for this one to end. */
  readonly waiting: number;
}

export interface Adding {
  /** null: nothing is being added from this window. */
  readonly job: AddingJob | null;
  /** Reports nobody has put away yet, newest first. */
  readonly batches: readonly Batch[];
  /** Asks for files in the system's dialog. */
  chooseFiles(): void;
  /** Asks for a folder to watch. */
  chooseFolder(): void;
  /** Asks for a file of a reference manager and takes its references in. */
  importReferences(): void;
  /** @returns when they are in, or it is said why not. */
  add(files: IntakeFiles, editionOf?: string): Promise<void>;
  /** Adds what was dropped or pasted. */
  addDropped(files: readonly File[]): void;
  /** Asks for text to be kept as a source of its own. */
  addText(text?: string): void;
  cancel(): void;
  resume(batchId: string): void;
  showReport(batchId: string): void;
}

export const AddingContext = createContext<Adding | null>(null);

export function useAdding(): Adding {
  const adding = useContext(AddingContext);
  if (!adding) throw new Error('A screen stands outside the application.');
  return adding;
}
