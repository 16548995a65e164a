/**
 * What stands in the bytes of a file beside the objects that it counts as its own: objects of an earlier version that a
 * later one replaced, and bytes between, before and after all objects.
 */
import type { ProofPlace } from '../../../shared/pack/proof-report.ts';
import { contentWords } from './content.ts';
import { inflated } from './inflate.ts';
import { packedObjects } from './packed-objects.ts';
import type { FoundText } from './places.ts';
import { commentsIn } from './streams.ts';
import { isMostlyText, readableRuns, readings } from './strings.ts';
import { syntaxOf } from './syntax.ts';
import { wordsOfTwice } from './twice.ts';

interface Defined {
  readonly number: string;
  readonly start: number;
  readonly end: number;
}

const WORD = 'obj';
/** Of the numbers before it, and the white between them. */
const HEAD = 64;

/**
 * Where every object begins and ends, in the order of the file. Letters in packed bytes that look like one do no harm:
 * they belong to none that is read again. The file is never made one text, which would be twice its size, or too long.
 */
function definitions(file: Buffer): Defined[] {
  const all: Defined[] = [];
  let end = 0;
  for (let at = file.indexOf(WORD); at >= 0; at = file.indexOf(WORD, Math.max(end, at + WORD.length))) {
    const from = Math.max(end, at - HEAD);
    const body = at + WORD.length;
    const head = /(?<!\d)(\d{1,10})[\s\0]+\d{1,5}[\s\0]+$/.exec(file.toString('latin1', from, at));
    if (!head || /\w/.test(file.toString('latin1', body, body + 1))) continue;
    end = endOf(file, body);
    all.push({ number: head[1] ?? '', start: from + head.index, end });
  }
  return all;
}

/** Behind "endobj"; of a stream, the one behind its bytes. */
function endOf(file: Buffer, body: number): number {
  const close = file.indexOf('endobj', body);
  const stream = file.subarray(body, close < 0 ? file.length : close).indexOf('stream') + body;
  if (stream >= body) {
    const length = /\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(file.toString('latin1', body, stream))?.[1];
    const start = stream + (file.toString('latin1', stream, stream + 8) === 'stream\r\n' ? 8 : 7);
    const stated = length === undefined ? -1 : start + Number(length);
    const sure = stated >= 0 && /^\s*endstream/.test(file.toString('latin1', stated, stated + 14));
    const after = file.indexOf('endobj', sure ? stated : Math.max(file.indexOf('endstream', start), start));
    return after < 0 ? file.length : after + 6;
  }
  return close < 0 ? file.length : close + 6;
}

const of = (place: ProofPlace, what: string, text: string, speech: FoundText['speech']): FoundText => ({
  place: { place, what, page: null },
  text,
  speech,
});

/** Strings, what a page would draw, and letters, for bytes of which nobody says any more what they are. */
function* wordsOf(bytes: Buffer, place: ProofPlace, what: string): Generator<FoundText> {
  const strings: string[] = [];
  for (const each of syntaxOf(bytes)) {
    if (each.type === 'string' || each.type === 'comment') strings.push(...readings(each.bytes));
    else if (each.type === 'name') strings.push(each.text);
  }
  yield of(place, what, strings.join('\n'), 'prose');
  yield of(place, what, contentWords(bytes, () => null).text, 'prose');
  const speech = isMostlyText(bytes) ? 'machine' : 'binary';
  for (const text of readableRuns(bytes)) yield of(place, what, text, speech);
}

function* objectWords(bytes: Buffer, what: string): Generator<FoundText> {
  yield* wordsOf(bytes, 'earlier versions', what);
  const stream = bytes.indexOf('stream');
  if (stream < 0) return;
  const start = stream + (bytes.subarray(stream).toString('latin1', 0, 8) === 'stream\r\n' ? 8 : 7);
  const plain = inflated(bytes.subarray(start));
  if (plain) yield* wordsOf(plain, 'earlier versions', what);
}

/** Tables of where objects stand, whose figures mean nothing. */
const tables =
  /\bxref\s+(?:\d+\s+\d+\s+(?:\d{10}\s\d{5}\s[nf]\s{0,3})*)*|startxref\s+\d+|%PDF-\d\.\d|\/(?:Size|Prev|XRefStm)\s+\d+|\d+\s+\d+\s+R\b|\/ID\s*\[\s*<[^>]*>\s*<[^>]*>\s*\]/g;

export function* leftovers(bytes: Uint8Array): Generator<FoundText> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const all = definitions(file);
  const packed = all.map(({ start, end }) => packedObjects(file.subarray(start, end)));
  const last = new Map<string, number>();
  for (const [at, { number }] of all.entries())
    for (const each of [number, ...(packed[at] ?? []).map((object) => object.number)]) last.set(each, at);
  let end = 0;
  for (const [at, { number, start, end: behind }] of all.entries()) {
    if (start > end) yield* between(file, end, start);
    end = Math.max(end, behind);
    const bytes = file.subarray(start, behind);
    if (last.get(number) === at) yield* besideObject(bytes);
    else yield* objectWords(bytes, EARLIER);
    for (const object of packed[at] ?? [])
      if (last.get(object.number) !== at) yield* wordsOf(object.bytes, 'earlier versions', EARLIER);
  }
  if (end < file.length) yield* between(file, end, file.length);
}

const EARLIER = 'in an earlier version that is kept inside the file';

/** What stands in the bytes of an object and is no part of it: comments, and what follows its stream. */
function* besideObject(bytes: Buffer): Generator<FoundText> {
  const text = bytes.toString('latin1');
  const stream = />>\s*stream\r?\n/.exec(text);
  const own = stream ? bytes.subarray(0, stream.index + 2) : bytes;
  const comments = commentsIn(own);
  const names = text.slice(0, own.length).match(/\/[^\s()<>[\]{}/%]*/g) ?? [];
  if (new Set(names).size < names.length) {
    const twice = wordsOfTwice(syntaxOf(own)).join('\n');
    yield of('bytes outside objects', 'in an entry that the file has twice', twice, 'machine');
  }
  yield of('bytes outside objects', 'in a comment in the bytes of the file', comments.join('\n'), 'prose');
  const close = stream ? text.lastIndexOf('endstream') : -1;
  const behind = close < 0 ? '' : text.slice(close + 'endstream'.length).replace(/endobj\s*$/, '');
  yield* loose(behind, 'in bytes behind a part of the file');
}

const END = '%%EOF';

function* between(file: Buffer, start: number, end: number): Generator<FoundText> {
  const text = file.toString('latin1', start, end);
  const close = text.lastIndexOf(END);
  yield* loose(text.slice(0, Math.max(close, 0)), 'in bytes between the parts of the file');
  const rest = text.slice(close < 0 ? 0 : close + END.length);
  yield* loose(rest, `in bytes ${close < 0 ? 'between the parts' : 'after the end'} of the file`);
}

function* loose(raw: string, what: string): Generator<FoundText> {
  const text = raw.replace(tables, ' ');
  if (/[^\s%]/.test(text)) yield* wordsOf(Buffer.from(text, 'latin1'), 'bytes outside objects', what);
}
