/**
 * Why a file did not become a source, and what helps with a file of its kind. The words of `messages.ts` are those of
 * a document that is to be written on; a source is only to be read, so that a printout of it serves as well.
 */
import type { ErrorCode, ErrorData } from './errors.ts';
import { explain } from './messages.ts';

type Kind = 'pdf' | 'writing' | 'sheet' | 'table' | 'page' | 'mail' | 'picture' | 'text' | 'other';

const kinds: Readonly<Record<string, Kind>> = {
  pdf: 'pdf',
  docx: 'writing',
  docm: 'writing',
  dotx: 'writing',
  odt: 'writing',
  rtf: 'writing',
  xlsx: 'sheet',
  xlsm: 'sheet',
  csv: 'table',
  tsv: 'table',
  html: 'page',
  htm: 'page',
  xhtml: 'page',
  eml: 'mail',
  msg: 'mail',
  png: 'picture',
  jpg: 'picture',
  jpeg: 'picture',
  gif: 'picture',
  webp: 'picture',
  bmp: 'picture',
  tif: 'picture',
  tiff: 'picture',
  txt: 'text',
  text: 'text',
  log: 'text',
  md: 'text',
  markdown: 'text',
};

const again: Readonly<Record<Kind, string>> = {
  pdf: 'Open it in a PDF reader and print it to a new PDF, or ask for another copy.',
  writing: 'Open it in the program that made it, let that repair it, and save a copy or a PDF of it.',
  sheet: 'Open it in Excel, let that repair it, and save a copy, or save the sheet that matters as CSV.',
  table: 'Open it in the program that made it and save it again as CSV, in UTF-8.',
  page: 'Open the page in a browser and print it to PDF.',
  mail: 'Open the message in the mail program and save it once more, or print it to PDF.',
  picture: 'Open it in a picture program and save it as PNG or JPEG.',
  text: 'Open it in an editor and save it as UTF-8 text.',
  other: 'Open it in the program that made it and save it as PDF.',
};

const smaller: Readonly<Record<Kind, string>> = {
  pdf: 'Print the pages that matter to a new PDF, and add that.',
  writing: 'Save the part that matters as a document of its own or as PDF, and add that.',
  sheet: 'Save the sheet that matters as a workbook of its own or as CSV, and add that.',
  table: 'Save the rows that matter as a file of their own, and add that.',
  page: 'Print the part that matters to PDF, and add that.',
  mail: 'Save its attachments and add them one by one, or print the message to PDF.',
  picture: 'Save it smaller, as PNG or JPEG.',
  text: 'Save the part that matters as a file of its own, and add that.',
  other: 'Save the part that matters as PDF, and add that.',
};

const unlocked: Readonly<Record<Kind, string>> = {
  ...again,
  pdf: 'Open it with the password, print it to a new PDF, and add that.',
  writing: 'Open it with the password, and save a copy without one or a PDF of it.',
  sheet: 'Open it in Excel with the password, and save a copy without one.',
  mail: 'Open the message in the mail program, and print it to PDF.',
};

const helps: Partial<Record<ErrorCode, Readonly<Record<Kind, string>>>> = {
  'input.binary': again,
  'input.encoding': again,
  'input.docxNotZip': again,
  'input.docxDamaged': again,
  'input.misnamed': again,
  'input.damaged': again,
  'input.timeout': again,
  'input.extractorDied': again,
  'input.tooLarge': smaller,
  'input.tooComplex': smaller,
  'input.docxEncrypted': unlocked,
  'input.encrypted': unlocked,
};

const others: Partial<Record<ErrorCode, string>> = {
  'input.notAFile': 'Choose files, or a folder to watch.',
  'input.empty': 'See whether it has been copied or downloaded in full.',
  'input.noText': 'If it is a scan, recognise its text first, or describe it once it is added.',
};

/** @param file by whose name its kind is told, as the person knows it. @returns two sentences, or the first alone. */
export function explainSource(error: ErrorData, file: string): string {
  const { why, next } = explain(error);
  if (error.code === 'input.unsupported') {
    // What it is may come with the way out: "it is a presentation; save it as PDF".
    return String(error.details['reason'] ?? '').includes(';') ? why : `${why} ${again.other}`;
  }
  const extension = /\.([a-z0-9]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  const help = helps[error.code]?.[kinds[extension] ?? 'other'] ?? others[error.code] ?? next;
  return `${why} ${help}`;
}
