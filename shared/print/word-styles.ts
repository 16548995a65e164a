/**
 * The names of the paragraph styles in our Word files. They are the contract of the round trip: the writer sets
 * them, and a file that comes back after an afternoon in Word is read by them.
 */
export const wordStyles = {
  title: 'Title',
  /** A labelled value: the label in bold, a tab, the value. */
  field: 'Field',
  /** Values printed without their label, in the masthead of a report. */
  committee: 'Committee',
  date: 'Meeting date',
  /** The whole sentence "Report of …". */
  reportOf: 'Report author',
  label: 'Label',
  heading1: 'heading 1',
  heading2: 'heading 2',
  heading3: 'heading 3',
  aim: 'Aim',
  point: 'Point',
  /** The run-in label in bold with its colon, then the question. */
  question: 'Question',
  recommendation: 'Recommendation',
  paragraph: 'Numbered paragraph',
  text: 'Body Text',
  quotation: 'Quotation',
  backgroundDocument: 'Background document',
  /** "Appendix 1" in bold, a tab, the title. */
  appendix: 'Appendix',
  /** The classification in header and footer. */
  marking: 'Marking',
  pageNumber: 'Page number line',
  /** The one character style: the bold label that begins a field, a question or an appendix. */
  runIn: 'Run-in label',
} as const;
export type WordStyle = keyof typeof wordStyles;

/** How the style is called inside the file, where names may not hold spaces: "heading 1" is `Heading1`. */
export function styleId(style: WordStyle): string {
  return wordStyles[style].replace(/(?:^|[ -])(.)/gu, (_, letter: string) => letter.toUpperCase());
}
