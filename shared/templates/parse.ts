/** The one gate through which a template's file, which anybody may have written, becomes a template. */
import type * as z from 'zod';
import { DespatchError } from '../contract/errors.ts';
import { structureFaults } from '../document/legal.ts';
import { instantiate } from './instantiate.ts';
import { MAX_TEMPLATE_BYTES, TEMPLATE_VERSION, type Template, templateSchema } from './schema.ts';

/**
 * @param text the whole file.
 * @param file its name, for the error.
 * @throws DespatchError `template.invalid` with `file` and the first `reason` against it.
 */
export function parseTemplate(text: string, file: string): Template {
  const refuse = (reason: string) => new DespatchError('template.invalid', { file, reason });
  if (text.length > MAX_TEMPLATE_BYTES) throw refuse('it is larger than 2 MB');
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw refuse('it is not JSON');
  }
  const version = raw instanceof Object && 'version' in raw ? raw.version : undefined;
  if (typeof version === 'number' && version > TEMPLATE_VERSION) {
    throw refuse(`it is of version ${version}; this Despatch reads templates of version ${TEMPLATE_VERSION}`);
  }
  const parsed = templateSchema.safeParse(raw);
  if (!parsed.success) throw refuse(inWords(parsed.error.issues[0]));
  const fault = wordsFault(parsed.data, []) ?? idFault(parsed.data) ?? structureFault(parsed.data);
  if (fault !== undefined) throw refuse(fault);
  return parsed.data;
}

type Place = readonly PropertyKey[];

/** "section 2, block 3, content", counted from 1 as a person counts. */
function placeInWords(place: Place): string {
  const words: string[] = [];
  for (const [at, key] of place.entries()) {
    if (typeof key !== 'number') {
      if (typeof place[at + 1] !== 'number') words.push(String(key));
      continue;
    }
    const list = String(place[at - 1] ?? '');
    words.push(`${{ sections: 'section', blocks: 'block', rows: 'row' }[list] ?? list} ${key + 1}`);
  }
  return words.join(', ');
}

function inWords(issue: z.core.$ZodIssue | undefined): string {
  const place = placeInWords(issue?.path ?? []);
  const message = issue?.message ?? 'it has the wrong shape';
  return place === '' ? message : `${place}: ${message}`;
}

/** Elements that a browser or a mail program would act on; "<name of the minister>" is none. */
const html =
  /<\/?(?:a|b|i|u|p|br|div|span|img|svg|table|style|script|iframe|object|embed|link|meta|form|html|body)\b[^>]*>/i;
const control = /[^\P{Cc}\n\t]/u;

/** What no words of a template may hold, wherever they stand. */
function wordsFault(value: unknown, place: Place): string | undefined {
  if (typeof value === 'string') {
    // The words of its blocks are never anything but words; what lists and dialogs show of it is checked as well.
    if (place[0] !== 'sections' && html.test(value))
      return `${placeInWords(place)}: it holds HTML; write plain words`;
    return control.test(value) ? `${placeInWords(place)}: it holds a control character` : undefined;
  }
  if (!(value instanceof Object)) return undefined;
  const entries: (readonly [PropertyKey, unknown])[] = Array.isArray(value)
    ? value.map((one, at) => [at, one] as const)
    : Object.entries(value);
  for (const [key, one] of entries) {
    const fault = wordsFault(one, [...place, key]);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** Ids of its own are unique, and every reference points to one of them. */
function idFault({ sections }: Template): string | undefined {
  const blocks = sections.flatMap((section) => section.blocks);
  const ids = new Set<string>();
  for (const { id } of blocks) {
    if (id === undefined) continue;
    if (ids.has(id)) return `the id ${id} is used twice`;
    ids.add(id);
  }
  for (const { content } of blocks) {
    if (content === undefined || typeof content === 'string') continue;
    for (const inline of content) {
      if (inline.type === 'reference' && !ids.has(inline.target)) {
        return `a reference points to ${inline.target}, which no block of the template has for its id`;
      }
      if (inline.type !== 'break' && inline.comments) return 'it holds comments, which no template has';
    }
  }
  return undefined;
}

function structureFault(template: Template): string | undefined {
  let count = 0;
  const document = instantiate(template, () => `#${++count}`);
  const [fault] = structureFaults(document);
  return fault?.replace(/#\d+/g, (id) => {
    for (const [at, section] of document.sections.entries()) {
      const within = section.blocks.findIndex((block) => block.id === id);
      if (within >= 0) return `in section ${at + 1}, block ${within + 1},`;
      if (section.id === id) return String(at + 1);
    }
    return id;
  });
}
