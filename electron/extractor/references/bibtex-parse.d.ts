/** The part of bibtex-parse that we use; the package has no types of its own. */
declare module 'bibtex-parse' {
  export interface Value {
    datatype: string;
    value: unknown;
  }
  export interface Item {
    itemtype: 'string' | 'preamble' | 'comment' | 'entry';
    type?: string;
    key?: string;
    name?: string;
    fields?: (Value & { name: string })[];
    datatype?: string;
    value?: unknown;
  }
  export function parse(text: string, options?: { number?: 'string' }): Item[];
}
