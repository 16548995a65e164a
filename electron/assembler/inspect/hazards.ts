/** What acts, plays or is packed into a PDF: one look at every object of the file, wherever it hangs. */
import { PDFArray, type PDFContext, PDFDict, type PDFObject, PDFStream } from 'pdf-lib';
import { oneLine } from '../../pdfium/clean-text.ts';
import { asDict, entryOf, nameAt, textAt } from '../objects/look.ts';

export interface Hazards {
  scripts: number;
  launches: number;
  media: number;
  /** Names of the files that it carries. */
  attachments: string[];
}

const scripts = new Set(['JavaScript']);
/** They start another program, or send what was filled in to somebody. */
const launches = new Set(['Launch', 'SubmitForm', 'ImportData']);
const mediaActions = new Set(['Rendition', 'Sound', 'Movie', 'RichMediaExecute', 'GoTo3DView']);
const mediaAnnotations = new Set(['Screen', 'Movie', 'Sound', 'RichMedia', '3D']);
const DEEPEST = 100;

export function hazardsOf(context: PDFContext): Hazards {
  const found: Hazards = { scripts: 0, launches: 0, media: 0, attachments: [] };
  for (const [, object] of context.enumerateIndirectObjects()) visit(object, found, 0);
  found.attachments = [...new Set(found.attachments)].sort();
  return found;
}

/** References are not followed: what they lead to is met by itself. */
function visit(value: PDFObject, found: Hazards, depth: number): void {
  if (depth > DEEPEST) return;
  const dict = value instanceof PDFStream ? value.dict : value;
  if (dict instanceof PDFArray) {
    for (const one of dict.asArray()) visit(one, found, depth + 1);
  } else if (dict instanceof PDFDict) {
    look(dict, found);
    for (const one of dict.values()) visit(one, found, depth + 1);
  }
}

function look(dict: PDFDict, found: Hazards): void {
  const action = nameAt(dict, 'S') ?? '';
  if (scripts.has(action)) found.scripts += 1;
  if (launches.has(action)) found.launches += 1;
  if (mediaActions.has(action)) found.media += 1;
  if (mediaAnnotations.has(nameAt(dict, 'Subtype') ?? '')) found.media += 1;
  const isFile = entryOf(dict, 'UF') !== undefined || entryOf(dict, 'F') !== undefined;
  if (isFile && asDict(entryOf(dict, 'EF')) !== undefined)
    found.attachments.push(
      oneLine(textAt(dict, 'UF') || (textAt(dict, 'F') ?? '')) || 'a file without a name',
    );
}
