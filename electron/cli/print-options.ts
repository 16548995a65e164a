/** `--pdf-standard`, `--contents`, `--line-numbers`, `--draft` and `--speaking-copy`: how a document is printed. */
import { defaultPdf, type PdfChoice } from '../../shared/print/pdf-choice.ts';
import type { Command } from './arguments.ts';

export interface AskedPrint {
  readonly pdf: PdfChoice;
  readonly speaking: boolean;
}

export function askedPrint(options: Command['options']): AskedPrint {
  return {
    pdf: {
      standard: (options['pdf-standard'] as PdfChoice['standard'] | undefined) ?? defaultPdf.standard,
      contents: (options.contents as PdfChoice['contents'] | undefined) ?? defaultPdf.contents,
      lineNumbers: options['line-numbers'] !== undefined,
      draftMark: options.draft !== undefined,
    },
    speaking: options['speaking-copy'] !== undefined,
  };
}
