/** How large a file may be. Far beyond any brief or report, and small enough to be read in seconds. */
export const MEGABYTE = 1024 * 1024;

export const limits = {
  /** Bytes of a text file. */
  text: 20 * MEGABYTE,
  /** Bytes of a Word file as it lies on the disk, pictures included. */
  docx: 100 * MEGABYTE,
  /** Lines of words in one document: some four thousand pages. */
  lines: 100_000,
  /** Parts of one Word file. */
  zipEntries: 10_000,
  /** Bytes of one part of a Word file, inflated. */
  part: 64 * MEGABYTE,
  /** Bytes of all parts that are read, inflated. */
  parts: 128 * MEGABYTE,
  /** Bytes of all parts as the file declares them, pictures included. */
  declared: 1024 * MEGABYTE,
  /** Text compresses ten to fifty times; what inflates more than this, and to more than a little, is a bomb. */
  ratio: 200,
  ratioFrom: 5 * MEGABYTE,
  /** Nesting of elements. Word itself stays below fifty. */
  xmlDepth: 250,
  /** Bytes of a file of evidence. */
  evidence: 512 * MEGABYTE,
  /** Bytes of one part of an Office file of evidence, inflated, of all that are read, and of all that it declares. */
  evidencePart: 256 * MEGABYTE,
  evidenceParts: 384 * MEGABYTE,
  evidenceDeclared: 4096 * MEGABYTE,
  /** Cells of a table or a workbook that hold anything. */
  cells: 5_000_000,
  /** Sheets of a workbook. */
  sheets: 1000,
  /** Pages of a PDF: some half a minute of reading. */
  pages: 20_000,
  /** Characters of text that one file of evidence may give: twenty times the Bible. */
  characters: 80_000_000,
  /** Nesting of HTML elements; pages that leave everything open reach a few hundred. */
  htmlDepth: 2000,
  /** Bytes of the text of an Outlook message, inflated. */
  mailBody: 64 * MEGABYTE,
  /** Nesting of RTF groups; Word stays below thirty. */
  rtfDepth: 1000,
} as const;

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / MEGABYTE)} MB`;
}
