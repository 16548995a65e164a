/** What the templates of front sheets draw: every word and number resolved. */

/** A line that leads to a page: `target` is a name of the pack, null where there is no page to lead to. */
interface Led {
  /** "Pages 5 - 18" */
  readonly pages: string | null;
  readonly target: string | null;
}

export interface FrontPaper extends Led {
  readonly title: string;
  readonly appendix: boolean;
  /** "To follow", "Not for publication by virtue of …" */
  readonly notes: readonly string[];
}

export interface FrontItem extends Led {
  /** Of the item; a stamp leads back here. */
  readonly key: string;
  readonly number: string;
  readonly title: string;
  /** 0 for items, 1 for sub-items. */
  readonly depth: number;
  /** "For decision", who leads, "10 minutes". */
  readonly facts: readonly string[];
  /** The clerk's own, paragraph by paragraph. */
  readonly note: readonly string[];
  readonly expected: readonly string[];
  readonly notForPublication: string;
  readonly publicInterest: readonly string[];
  /** Where this is the item at which the public is excluded: what is moved. */
  readonly motions: readonly FrontMotion[];
  /** Why it is taken late, with its labels. */
  readonly late: readonly FrontFact[];
  readonly toFollow: boolean;
  readonly papers: readonly FrontPaper[];
  /** Only in a running order: "14:05 - 14:15"; empty where nobody said how long it takes. */
  readonly time: string;
}

export interface FrontFact {
  readonly label: string;
  readonly lines: readonly string[];
}

export interface FrontMotion {
  readonly opening: string;
  readonly entries: readonly string[];
  readonly closing: string;
}

export interface FrontSection {
  /** "UNRESTRICTED ITEMS" */
  readonly heading: string;
  /** Before the items; empty where an item of the agenda holds them. */
  readonly motions: readonly FrontMotion[];
  readonly items: readonly FrontItem[];
  /** Where there are none. */
  readonly none: string;
}

export interface FrontSheet {
  readonly kind: 'committee' | 'ministerial';
  /** Of the file. */
  readonly title: string;
  /** "AGENDA", "SUMMONS", "RUNNING ORDER" */
  readonly heading: string;
  /** Beside it: "Supplement A", "Public pack"; empty as a rule. */
  readonly edition: string;
  readonly committee: string;
  readonly facts: readonly FrontFact[];
  /** Label and lines of whom to ask; null where nobody is named. */
  readonly askFor: FrontFact | null;
  /** Of a council, paragraph by paragraph. */
  readonly summons: readonly string[];
  readonly sections: readonly FrontSection[];
  readonly members: readonly string[];
  /** Who signs, and what as; empty where nobody is named. */
  readonly signed: readonly string[];
  /** "Published Wednesday 22 January 2025"; may be empty. */
  readonly published: string;
  /** Of a running order: when it ends; may be empty. */
  readonly ends: string;
}
