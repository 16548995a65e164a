/** The words of a part of a Word file, read without its grammar, so that nothing is passed over that no program shows. */

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/giu, (_, hex, decimal, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? ' ';
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
  });
}

/** Behind which words do not go on: paragraphs, rows, breaks, and what is no text of Word's. */
const parting = /<\/(?:w:p|a:p|w:tc|w:tr|w:instrText|w:delText)>|<w:(?:tab|br|cr|noBreakHyphen)\b[^>]*>/gu;

/** What a remark, a passage of raw characters and an order to a program say is not shown, and stands there all the same. */
function laidOpen(xml: string): { readonly xml: string; readonly hidden: string[] } {
  const hidden: string[] = [];
  const rest = xml
    .replace(/^\s*<\?xml[^>]*\?>/u, '')
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/gu, (_, words: string) => words.replace(/[<&]/gu, ' '))
    .replace(/<!--([\s\S]*?)-->|<\?([\s\S]*?)\?>|<!DOCTYPE[\s\S]*?>/gu, (all, remark, order) => {
      hidden.push(String(remark ?? order ?? all));
      return ' ';
    });
  return { xml: rest, hidden };
}

/** Words that a program keeps as JSON, with what it writes as escapes made plain. */
function* jsonWords(value: unknown): Generator<string> {
  if (typeof value === 'string' || typeof value === 'number') yield String(value);
  else if (value instanceof Object)
    for (const [key, each] of Object.entries(value)) {
      yield key;
      yield* jsonWords(each);
    }
}
function fromJson(text: string): string[] {
  if (!/^\s*[[{]/u.test(text)) return [];
  try {
    return [...jsonWords(JSON.parse(text))];
  } catch {
    return [];
  }
}

/** Once as they run on, whatever tags stand between, and once with every tag between two words. */
export function shownWords(part: string): string[] {
  const { xml, hidden } = laidOpen(part);
  const flowing = decoded(xml.replace(parting, '\n').replace(/<[^>]*>/gu, ''));
  const pieces = xml.split(/<[^>]*>/u).map(decoded);
  const apart = pieces.filter((piece) => piece.trim() !== '');
  return [flowing, apart.join('\n'), ...hidden, ...apart.flatMap(fromJson)].filter(
    (text) => text.trim() !== '',
  );
}

/** Attributes that are written for people: alternative text, titles, names of fields, addresses, authors. */
const spokenNames =
  /^(?:descr|title|tooltip|alt|author|initials|alias|tag|Target|instr|lastModifiedBy|name|anchor|helpText|statusText)$/u;
const measures = /^[-+]?[\d.]+(?:pt|in|cm|mm|%|e\d+)?$|^\{?[0-9A-Fa-f-]{6,}\}?$|^[0-9A-Fa-f]{3,8}$/u;
const vocabulary = /^(?:https?:\/\/(?:schemas\.|purl\.|www\.w3\.org)|urn:schemas|application\/)/u;

export interface AttributeWords {
  readonly text: string;
  /** Written for people. */
  readonly spoken: boolean;
}

/** What attributes say, without measures, colours and the names of vocabularies. */
export function attributesOf(part: string): AttributeWords[] {
  const { xml } = laidOpen(part);
  const own = /\s([\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;
  const said = new Map<string, AttributeWords>();
  for (const [tag] of xml.matchAll(/<[^/][^>]*>/gu)) {
    for (const [, prefix = '', name = '', double, single] of tag.matchAll(own)) {
      const text = decoded(double ?? single ?? '');
      const spoken = spokenNames.test(name);
      const isVocabulary = prefix === 'xmlns:' || name === 'xmlns' || vocabulary.test(text);
      if (isVocabulary || text.trim() === '' || (!spoken && measures.test(text))) continue;
      said.set(`${spoken} ${text}`, { text, spoken });
    }
  }
  return [...said.values()];
}
