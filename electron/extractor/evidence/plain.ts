/** Plain text and Markdown as evidence, their lines as they stand. */
import type { Extraction, LineRole, OutlineEntry } from '../../../shared/evidence/extraction.ts';
import { decodeText } from '../decode.ts';
import { aboutOf, type Claims } from './about.ts';
import { clean, Measure } from './lines.ts';

export const guessedEncoding =
  'The file is not in Unicode; it was read as Windows-1252. Check currency signs and quotation marks.';

/** Trailing white space goes; of several empty lines in a row one stays. */
function tidy(text: string): string[] {
  return clean(text)
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')
    .split('\n');
}

interface Reading {
  readonly lines: readonly string[];
  readonly roles: LineRole[];
  readonly outline: OutlineEntry[];
  readonly claims: Claims;
}

function asPlain(lines: readonly string[]): Reading {
  return { lines, roles: [], outline: [], claims: { type: 'document' } };
}

/** `key: value` lines between two rules at the very top, as static sites have them. */
function frontMatter(lines: readonly string[]): { fields: Map<string, string>; length: number } {
  const fields = new Map<string, string>();
  const end = /^---\s*$/.test(lines[0] ?? '')
    ? lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)\s*$/.test(line))
    : -1;
  if (end < 0 || end > 100) return { fields, length: 0 };
  for (const line of lines.slice(1, end)) {
    const match = /^([\w-]{1,40}):\s+(.{1,500})$/.exec(line);
    if (match?.[1] && match[2]) fields.set(match[1].toLowerCase(), match[2].replace(/^(["'])(.*)\1$/, '$2'));
  }
  return { fields, length: end + 1 };
}

function markdownRole(line: string): LineRole {
  if (/^ {0,3}#{1,6}(?:\s|$)/.test(line)) return 'heading';
  if (/^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(line)) return 'item';
  if (/^ {0,3}>/.test(line)) return 'quote';
  return /^\s*\|.*\|\s*$/.test(line) ? 'row' : 'text';
}

function asMarkdown(all: readonly string[]): Reading {
  const { fields, length } = frontMatter(all);
  const lines = all.slice(length);
  const outline: OutlineEntry[] = [];
  let fenced = false;
  const roles = lines.map((line, at): LineRole => {
    if (/^ {0,3}(?:```|~~~)/.test(line)) fenced = !fenced;
    if (fenced) return 'text';
    const under = /^ {0,3}(=+|-+)\s*$/.exec(lines[at + 1] ?? '')?.[1];
    const underlined = under !== undefined && line.trim() !== '' && markdownRole(line) === 'text';
    const role = underlined ? 'heading' : markdownRole(line);
    if (role === 'heading') {
      const title = line.replace(/^\s*#+\s*|\s*#+\s*$/g, '').trim();
      const level = underlined ? (under.startsWith('=') ? 0 : 1) : (/#+/.exec(line)?.[0].length ?? 1) - 1;
      if (title !== '') outline.push({ title, page: 1, level });
    }
    return role;
  });
  const claims = {
    type: 'document',
    title: fields.get('title') ?? outline.find(({ level }) => level === 0)?.title,
    authors: [fields.get('author') ?? ''],
    publisher: fields.get('publisher') ?? fields.get('organisation'),
    issued: fields.get('date'),
    url: fields.get('url'),
    abstract: fields.get('description'),
  };
  return { lines, roles, outline, claims };
}

/** @throws DespatchError `input.binary`, `input.encoding`, `input.tooComplex`. */
export function readPlain(bytes: Buffer, file: string, kind: 'text' | 'markdown'): Extraction {
  const decoded = decodeText(bytes, file);
  const all = tidy(decoded.text);
  const { lines, roles, outline, claims } = kind === 'markdown' ? asMarkdown(all) : asPlain(all);
  const text = lines.join('\n').replace(/^\n+|\n+$/g, '');
  new Measure(file).add(text);
  const skipped = lines.findIndex((line) => line !== '');
  const count = text === '' ? 0 : text.split('\n').length;
  const pages = [
    { label: null, text, roles: roles.slice(Math.max(skipped, 0), Math.max(skipped, 0) + count) },
  ];
  return {
    kind,
    mediaType: kind === 'markdown' ? 'text/markdown' : 'text/plain',
    textState: text === '' ? 'none' : 'text',
    paged: false,
    pages,
    outline,
    about: aboutOf(claims, pages),
    notices: decoded.encoding === 'windows-1252' ? [guessedEncoding] : [],
  };
}
