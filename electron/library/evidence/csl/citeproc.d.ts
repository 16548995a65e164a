/** The part of citeproc-js that we use; the package has no types of its own. */
declare module 'citeproc' {
  export interface XmlNode {
    readonly name: string;
    readonly attrs: Record<string, string>;
    readonly children: (XmlNode | string)[];
  }
  export interface CitationItem {
    id: string;
    locator?: string;
    label?: string;
    prefix?: string;
  }
  export interface Citation {
    citationID: string;
    citationItems: CitationItem[];
    properties: { noteIndex: number };
  }
  type Format = Record<string, unknown>;
  export class Engine {
    constructor(
      system: {
        retrieveLocale(language: string): XmlNode;
        retrieveItem(id: string): Record<string, unknown>;
        wrapCitationEntry?(text: string): string;
      },
      style: XmlNode,
      language: string,
      forceLanguage: boolean,
    );
    readonly opt: { development_extensions: Record<string, boolean> };
    readonly bibliography: { tokens: readonly unknown[] };
    setOutputFormat(name: string): void;
    updateItems(ids: readonly string[]): void;
    /** @returns of each citation its id, its note and its words. */
    rebuildProcessorState(citations: readonly Citation[], format: string): [string, number, string][];
    makeBibliography(): [{ entry_ids: string[][] }, string[]] | false;
  }
  const CSL: {
    readonly Engine: typeof Engine;
    readonly Output: { readonly Formats: Record<string, Format> };
    debug(message: string): void;
    error(message: string): void;
  };
  export default CSL;
}
