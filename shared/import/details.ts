/** Run-in labels that say something about the block before them: "Follow-up: …", "If pressed: …", "Reason: …". */
import type { DetailBlock, DetailName, Inline } from '../document/schema.ts';
import type { DocumentBuilder } from './builder.ts';
import { LetterPattern } from './letters.ts';
import type { Passage } from './rejoin.ts';
import { sliceRuns, trimRuns } from './runs.ts';
import { labelKey } from './vocabulary.ts';

const labels: Readonly<Record<string, DetailName>> = {
  'our aim': 'itemAim',
  aim: 'itemAim',
  lead: 'lead',
  'led by': 'lead',
  minutes: 'minutes',
  handling: 'handling',
  'hoped for answer': 'hopedForAnswer',
  'answer hoped for': 'hopedForAnswer',
  'follow up': 'followUp',
  'if pressed': 'ifPressed',
  answer: 'answer',
  a: 'answer',
  'our response': 'response',
  response: 'response',
  'our line': 'response',
  reason: 'reason',
  'reason for recommendation': 'reason',
  advantages: 'advantages',
  disadvantages: 'disadvantages',
  role: 'role',
  organisation: 'organisation',
};
const runIn = new LetterPattern(String.raw`^([\p{L}’' -]{1,30}):\s*(?=\S)`);

function readDetail(passage: Passage, allowed: readonly DetailName[]) {
  const { line, text, content } = passage;
  if (line.heading !== null || (line.marker && line.marker.style !== 'bullet')) return null;
  const match = runIn.exec(text);
  const key = labelKey(match?.[1] ?? '');
  const detail = Object.hasOwn(labels, key) ? labels[key] : undefined;
  if (!match || detail === undefined || !allowed.includes(detail)) return null;
  const words: Inline[] = trimRuns(sliceRuns(content, match[0].length));
  return { detail, content: words };
}

function put(
  detail: DetailName,
  content: readonly Inline[],
  passage: Passage,
  build: DocumentBuilder,
): boolean {
  const under = build.detailsAllowed();
  if (!under?.names.includes(detail)) return false;
  const id = build.mint();
  const block: DetailBlock = { id, kind: 'detail', level: 0, citations: [], detail, content: [...content] };
  build.put(under.role, block, passage);
  return true;
}

/** An answer that only its style tells from any other line; false where no question stands above it. */
export function putAnswer(passage: Passage, build: DocumentBuilder): boolean {
  return put('answer', passage.content, passage, build);
}

/** Takes a labelled line below a block that may have such a detail; false for any other line. */
export function takeDetail(passage: Passage, build: DocumentBuilder): boolean {
  const under = build.detailsAllowed();
  const found = under && readDetail(passage, under.names);
  return found !== null && put(found.detail, found.content, passage, build);
}
