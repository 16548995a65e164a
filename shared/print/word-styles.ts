/**
 * The names of the paragraph styles in our Word files. They are the contract of the round trip: the writer sets
 * them, and a file that comes back after an afternoon in Word is read by them.
 */
export const wordStyles = {
  title: 'Title',
  /** A labelled value: the label in bold, a tab, the value. */
  field: 'Field',
  /** The same in the narrow column of To, From and Date. */
  address: 'Address line',
  /** Values printed without their label, in the masthead of a report. */
  committee: 'Committee',
  date: 'Meeting date',
  /** The whole sentence "Report of …". */
  reportOf: 'Report author',
  label: 'Label',
  heading1: 'heading 1',
  heading2: 'heading 2',
  heading3: 'heading 3',
  /** The heading of an annex, which starts a page. */
  annex: 'Annex heading',
  agendaItem: 'Agenda item',
  aim: 'Aim',
  point: 'Point',
  /** The run-in label in bold with its colon, then the question. */
  question: 'Question',
  /** What is hoped for from a question, beside the same rule: a run-in label, then the words. */
  questionDetail: 'Question detail',
  lineToTake: 'Line to take',
  likelyQuestion: 'Likely question',
  ask: 'Likely ask',
  sensitivity: 'Sensitivity',
  person: 'Person',
  /** Role and organisation, under the name. */
  personRole: 'Person role',
  recommendation: 'Recommendation',
  option: 'Option',
  decision: 'Decision',
  /** The boxes to tick, as content controls named after what they stand for. */
  decisionBoxes: 'Decision boxes',
  paragraph: 'Numbered paragraph',
  text: 'Body Text',
  quotation: 'Quotation',
  /** What is said about the block above: a run-in label, then the words; an answer has no label. */
  detail: 'Detail',
  answer: 'Answer',
  backgroundDocument: 'Background document',
  /** "Appendix 1" in bold, a tab, the title. */
  appendix: 'Appendix',
  /** Over a table, under a picture. */
  caption: 'caption',
  figure: 'Figure',
  /** The cells of a table of the author's own. */
  cell: 'Table text',
  headerCell: 'Table heading',
  /** The cells that begin the rows of our own tables; their other cells are table text. */
  attendee: 'Attendee',
  implication: 'Implication',
  clearer: 'Clearance',
  evidencePoint: 'Evidence point',
  evidenceCell: 'Evidence text',
  /** A source in the list of references; notes at the foot of the page or at the end. Word's own names. */
  entry: 'Bibliography',
  footnote: 'footnote text',
  endnote: 'endnote text',
  /** Between two tables, which Word would otherwise make one. */
  tableGap: 'Table gap',
  /** The classification in header and footer. */
  marking: 'Marking',
  pageNumber: 'Page number line',
  /** A character style: the bold label that begins a field, a question or an appendix. */
  runIn: 'Run-in label',
  /** A character style. */
  link: 'Hyperlink',
} as const;
export type WordStyle = keyof typeof wordStyles;

/** Worked out once for each, because every paragraph asks. */
const ids = new Map<WordStyle, string>();

/** How the style is called inside the file, where names may not hold spaces: "heading 1" is `Heading1`. */
export function styleId(style: WordStyle): string {
  const known = ids.get(style);
  if (known !== undefined) return known;
  const id = wordStyles[style].replace(/(?:^|[ -])(.)/gu, (_, letter: string) => letter.toUpperCase());
  ids.set(style, id);
  return id;
}

/** Colour of the rule beside what is withheld from the public, by which it is known when a file comes back. */
export const WITHHELD_RULE = '737373';

/** How the properties of a Word file begin that say why passages of it are withheld. */
export const EXEMPTION_PROPERTY = 'Despatch exemption ';

/** Of the part of a Word file in which its citations are kept. */
export const EVIDENCE_NAMESPACE = 'urn:despatch:evidence:1';
