/** The part of citeproc-js that we use; the package has no types of its own. */
declare module 'citeproc' {
  type XmlNode = import('../../../../shared/evidence/csl-style.ts').CslNode;
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
    /** For XML that we wrote or ship; it does not look for what a hostile file does. */
    parseXml(text: string): XmlNode;
    debug(message: string): void;
  };
  export default CSL;
}
