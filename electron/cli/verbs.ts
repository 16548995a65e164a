/** The verbs, what each takes, and how that is said in the help. Their work stands one to a file beside this one. */

/** Options that take a value, and the word for it in the help; empty for those that take none. */
export const valueOptions = {
  as: 'briefing|report|submission',
  docx: 'OUT',
  pdf: 'OUT',
  'json-out': 'OUT',
  despatch: 'OUT',
  originals: 'with|without',
  editions: 'cited|present',
  comments: 'with|without',
  'marked-higher': 'refuse|include',
  evidence: 'notes|endnotes|annex|none',
  style: 'gov-uk|harvard|oscola|FILE.csl',
  'pdf-standard': 'ua-1|a-2a',
  contents: 'auto|with|without',
  'line-numbers': '',
  draft: '',
  'speaking-copy': '',
  template: 'NAME',
  library: 'DIR',
  limit: 'N',
  format: 'csl-json|ris|bibtex',
  out: 'OUT',
  published: 'DATE',
  meeting: 'DATE',
  country: 'NAME',
  required: 'N',
  'after-hours': 'yes|no',
  closed: 'DATES',
  public: 'OUT',
  proof: 'OUT',
  'edition-of': 'ID',
  of: 'ID',
  by: 'ID',
  'supplement-to': 'PACK.json',
  consolidated: 'OUT',
  'consolidated-public': 'OUT',
  'leave-out-unreadable': '',
} as const;
export type ValueOption = keyof typeof valueOptions;

/** What follows a verb, and what that is; one that ends in "…" may be several words. */
const operandHelp = {
  FILE: 'FILE is a .docx, .txt, .md or .despatch file, or - for text on standard input.',
  ID: 'ID is the name of a document as "list" prints it.',
  SOURCE: 'SOURCE is the name of a source as "evidence add" and "evidence search" print it.',
  MEETING: 'MEETING is a meeting file (docs/meeting-packs.md); the files it names stand relative to it.',
  'FILE…': 'FILE is a file of any kind that Despatch reads, or a folder, of which every file is taken.',
  'QUERY…':
    'QUERY is words (all of them), "a phrase", begin*, AND, OR, NOT, brackets, and title: author: organisation: before a word.',
} as const;
export type Operand = keyof typeof operandHelp;

export interface VerbRule {
  readonly summary: string;
  /** null: no word follows. */
  readonly operand: Operand | null;
  readonly options: readonly ValueOption[];
  /** One of these must be given, or with `needsAll` every one. */
  readonly needs: readonly ValueOption[];
  readonly needsAll?: true;
}

/** How a document is printed. */
export const printOptions = ['pdf-standard', 'contents', 'line-numbers', 'draft', 'speaking-copy'] as const;

const verbRules = {
  convert: {
    summary: 'Read a document and write it as Word, PDF or JSON; needs no library.',
    operand: 'FILE',
    options: ['as', 'docx', 'pdf', 'json-out', 'evidence', 'style', ...printOptions],
    needs: [],
  },
  import: {
    summary: 'Read a document into a library, which is made if need be.',
    operand: 'FILE',
    options: ['as', 'library'],
    needs: [],
  },
  new: {
    summary: 'Begin a document from a template, in a library which is made if need be.',
    operand: null,
    options: ['template', 'library'],
    needs: ['template'],
  },
  templates: {
    summary: 'List the templates that "new" can begin from.',
    operand: null,
    options: ['library'],
    needs: [],
  },
  samples: {
    summary: 'Put the sample documents and their evidence into a library, which is made if need be.',
    operand: null,
    options: ['library'],
    needs: [],
  },
  list: { summary: 'List the documents of a library.', operand: null, options: ['library'], needs: [] },
  show: {
    summary: 'Print a document with its numbers; with --json, all of it.',
    operand: 'ID',
    options: ['library'],
    needs: [],
  },
  export: {
    summary: 'Write a document as Word, PDF or both, or with its evidence as one Despatch file.',
    operand: 'ID',
    options: [
      'docx',
      'pdf',
      'evidence',
      'style',
      'despatch',
      'originals',
      'editions',
      'comments',
      'marked-higher',
      'public',
      'proof',
      ...printOptions,
      'library',
    ],
    needs: ['docx', 'pdf', 'public', 'despatch'],
  },
  check: {
    summary: 'Check a document; ends with 1 when there are findings.',
    operand: 'ID',
    options: ['library'],
    needs: [],
  },
  notice: {
    summary: 'Count the clear days of notice before a meeting; ends with 1 when there are too few.',
    operand: null,
    options: ['published', 'meeting', 'country', 'required', 'after-hours', 'closed'],
    needs: ['published', 'meeting', 'country'],
    needsAll: true,
  },
  'evidence add': {
    summary: 'Take files into the evidence library; ends with 1 when some of them failed.',
    operand: 'FILE…',
    options: ['edition-of', 'library'],
    needs: [],
  },
  'evidence edition': {
    summary: 'Make a source that is a newer edition of another the newest edition of that one.',
    operand: 'SOURCE',
    options: ['of', 'library'],
    needs: ['of'],
  },
  'evidence supersede': {
    summary: 'Say that another source takes the place of a source; what cites it is flagged.',
    operand: 'SOURCE',
    options: ['by', 'library'],
    needs: ['by'],
  },
  'evidence search': {
    summary: 'Search the words of all sources; the best passage first.',
    operand: 'QUERY…',
    options: ['library', 'limit'],
    needs: [],
  },
  'evidence export': {
    summary: 'Write the details of all sources for a reference manager.',
    operand: null,
    options: ['format', 'out', 'library'],
    needs: ['out'],
  },
  'evidence import': {
    summary: 'Take references of a reference manager in (CSL-JSON, RIS or BibTeX).',
    operand: 'FILE',
    options: ['library'],
    needs: [],
  },
  'evidence check': {
    summary: 'Say what a document rests on; ends with 1 when there are findings beside the shares.',
    operand: 'ID',
    options: ['library'],
    needs: [],
  },
  'pack build': {
    summary: 'Make the pack of a meeting, and its public copy, or a supplement; needs no library.',
    operand: 'MEETING',
    options: [
      'pdf',
      'public',
      'proof',
      'supplement-to',
      'consolidated',
      'consolidated-public',
      'leave-out-unreadable',
    ],
    needs: ['pdf'],
  },
} as const satisfies Record<string, VerbRule>;

export type Verb = keyof typeof verbRules;
export const verbs: Readonly<Record<Verb, VerbRule>> = verbRules;
const allVerbs = Object.keys(verbs) as Verb[];

/** First words of verbs that are two words. */
export const verbGroups: readonly string[] = [
  ...new Set(allVerbs.filter((verb) => verb.includes(' ')).map((verb) => verb.split(' ')[0] ?? '')),
];

/** Words that begin a command line. */
export const firstWords: readonly string[] = [...new Set(allVerbs.map((verb) => verb.split(' ')[0] ?? ''))];

export function isVerb(word: string): word is Verb {
  return Object.hasOwn(verbs, word);
}

const optionHelp: Readonly<Record<ValueOption, string>> = {
  as: 'read the file as this kind instead of finding out',
  docx: 'write a Word document',
  pdf: 'write an accessible PDF (PDF/UA-1)',
  'json-out': 'write the document as JSON',
  despatch: 'write it with its evidence as one file (.despatch), alone',
  originals: 'whether the files of its sources go along; without it, they do',
  editions: 'the present edition of each source alone, or also those cited; without it, those cited',
  comments: 'whether its comments go along; without it, they do not',
  'marked-higher': 'whether sources marked higher than it may leave with it; without it, they stop it',
  evidence: 'how its sources are printed; without it, as notes',
  style: 'how they are cited; without it, as gov-uk',
  'pdf-standard': 'a-2a: for the archive, PDF/A-2a as well as PDF/UA-1; without it, ua-1',
  contents: 'whether a PDF lists its headings with their pages; without it, long reports do',
  'line-numbers': 'number the lines of each page of a PDF',
  draft: 'mark each page of a PDF as a draft',
  'speaking-copy': 'its points and questions alone, in large type',
  template: 'name of a template as "templates" prints it',
  library: 'folder of the library; without it, the one the application uses',
  format: 'as what; without it, csl-json',
  out: 'the file to write',
  limit: 'print at most so many, 1 to 200; without it 20',
  published: 'day on which the agenda is published, such as 2025-01-22',
  meeting: 'day of the meeting',
  country: 'England, Wales, Scotland or "Northern Ireland"',
  required: 'how many clear days there must be; without it, what the law of the country says',
  'after-hours': 'whether it was published after the offices had closed; without it, no',
  closed: 'your own days of closure, with commas between them',
  public:
    'write the public pack, or of a document the public copy (Word where the name ends in .docx), once it is proved that nothing exempt is in it',
  proof: 'write the report of that proof as JSON',
  'edition-of': 'the files are new editions of this source, in the order they are named',
  of: 'the source that it is a newer edition of',
  by: 'the source that takes its place',
  'supplement-to': 'make a supplement to what --json printed for the earlier pack',
  consolidated: 'write all that was published so far as one pack in the order of the items',
  'consolidated-public': 'write its public copy',
  'leave-out-unreadable':
    'put a page that says so in the place of papers that cannot be read; else they stop it',
};

function optionWord(name: ValueOption): string {
  return `--${name} ${valueOptions[name]}`.trimEnd();
}

function usageLine(verb: Verb): string {
  const { operand, options, needs, needsAll } = verbs[verb];
  const words = options.map((name) => {
    const word = optionWord(name);
    return (needs.length === 1 || needsAll) && needs.includes(name) ? word : `[${word}]`;
  });
  return ['despatch', verb, ...(operand === null ? [] : [operand]), ...words, '[--json]'].join(' ');
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.map(([name, words]) => `  ${name.padEnd(width)}${words}`);
}

const everywhere = [
  ['--json', 'print one JSON value and nothing else'],
  ['--help', 'print this'],
] as const;
const exitCodes = 'Ends with 0: done, 1: findings, 2: bad input or usage, 3: a fault of Despatch.';

/** @param folder the library of the application, named in the help. */
export function helpOf(verb: Verb, folder: string): string {
  const { summary, operand, options } = verbs[verb];
  const rows = options.map((name) => [optionWord(name), optionHelp[name]] as const);
  return [
    `Usage: ${usageLine(verb)}`,
    '',
    summary,
    ...(operand === null ? [] : [operandHelp[operand]]),
    '',
    ...table([...rows, ...everywhere]),
    '',
    ...(options.includes('library') ? [`The application's library: ${folder}`] : []),
    exitCodes,
    '',
  ].join('\n');
}

/** @param group the first word of verbs that are two words; null: every verb there is. */
export function helpOfAll(folder: string, group: string | null = null): string {
  const shown = allVerbs.filter((verb) => group === null || verb.startsWith(`${group} `));
  return [
    `Usage: despatch ${group === null ? '' : `${group} `}VERB …`,
    '',
    ...table(shown.map((verb) => [verb, verbs[verb].summary] as const)),
    '',
    '"despatch VERB --help" says what a verb takes; --version prints the version.',
    `The application's library: ${folder}`,
    exitCodes,
    '',
  ].join('\n');
}
