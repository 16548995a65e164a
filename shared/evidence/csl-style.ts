/** A citation style that has been read and judged, as it crosses between processes and lies in a library. */
import * as z from 'zod';

/** An element of the style: what citeproc reads. */
export interface CslNode {
  readonly name: string;
  readonly attrs: Record<string, string>;
  readonly children: (CslNode | string)[];
}

const node: z.ZodType<CslNode> = z.lazy(() =>
  z.strictObject({
    name: z.string().min(1),
    attrs: z.record(z.string(), z.string()),
    children: z.array(z.union([z.string(), node])),
  }),
);

export const cslStyleSchema = z.strictObject({
  title: z.string().min(1),
  /** Its citations stand in the text, in brackets, not in notes. */
  inText: z.boolean(),
  /** It says how a list of references is written. */
  hasReferences: z.boolean(),
  root: node,
});
export type CslStyle = z.infer<typeof cslStyleSchema>;
