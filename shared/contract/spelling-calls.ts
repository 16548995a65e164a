/** Spelling: the dictionary lives in the library process, so that every window asks the same one. */
import * as z from 'zod';

const word = z.string().min(1).max(100);

export const spellingCalls = {
  /** Which of these words neither the dictionary nor the word lists know; the document's own case. */
  'spelling.check': {
    input: z.strictObject({ words: z.array(word).max(5000) }),
    output: z.strictObject({ wrong: z.array(z.string()) }),
  },
  /** The likeliest words meant, the best first; may be none. */
  'spelling.suggest': {
    input: z.strictObject({ word }),
    output: z.strictObject({ suggestions: z.array(z.string()) }),
  },
  'words.list': {
    input: z.strictObject({}),
    output: z.strictObject({
      personal: z.array(z.string()),
      /** From the file `words.txt` in the library's folder and from its templates: a department puts them there. */
      shared: z.array(z.string()),
    }),
  },
  'words.add': { input: z.strictObject({ word }), output: z.strictObject({}) },
  'words.remove': { input: z.strictObject({ word }), output: z.strictObject({}) },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;
