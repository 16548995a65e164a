/** A file of references from the disk, of the kind that its content says. */
import { parse, type Value } from 'bibtex-parse';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { type BibtexEntry, itemOfBibtex } from '../../../shared/evidence/references/bibtex.ts';
import { isRis, readRis } from '../../../shared/evidence/references/ris.ts';
import { type CslItem, cslItemSchema } from '../../../shared/evidence/source.ts';
import { decodeText } from '../decode.ts';
import { MEGABYTE } from '../limits.ts';
import { readWhole } from '../read-file.ts';

const most = {
  /** Bytes of the file. A thousand references take one megabyte. */
  file: 20 * MEGABYTE,
  items: 20_000,
  /** Characters of one of them, as JSON: an abstract takes two thousand. */
  item: 200_000,
} as const;

/** @throws DespatchError `references.invalid`, `input.*`, each with `file` and `reason` */
export async function readReferences(file: string): Promise<CslItem[]> {
  const { text } = decodeText(await readWhole(file, most.file), file);
  const items = itemsIn(text, file);
  if (items.length === 0) throw invalid(file, 'it holds no references');
  if (items.length > most.items) throw invalid(file, `it holds more than ${most.items} references`);
  if (items.some((item) => JSON.stringify(item).length > most.item)) {
    throw invalid(file, 'one of its references is longer than a reference can be');
  }
  return items;
}

function invalid(file: string, reason: string, cause?: unknown): DespatchError {
  return new DespatchError('references.invalid', { file, reason }, { cause });
}

function itemsIn(text: string, file: string): CslItem[] {
  const start = text.replace(/^\uFEFF/u, '').trimStart();
  if (start.startsWith('[') || start.startsWith('{')) return jsonItems(start, file);
  if (isRis(start)) return readRis(start);
  if (/^\s*@\w+\s*[{(]/mu.test(start)) return bibtexItems(start, file);
  throw invalid(file, 'it begins like none of CSL-JSON, RIS and BibTeX');
}

function jsonItems(text: string, file: string): CslItem[] {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (fault) {
    throw invalid(
      file,
      `its JSON is broken: ${fault instanceof Error ? fault.message : String(fault)}`,
      fault,
    );
  }
  const list = Array.isArray(raw) ? raw : [raw];
  return list.map((one, at) => {
    const { id, ...rest } = { type: 'document', ...(one instanceof Object ? one : {}) } as Record<
      string,
      unknown
    >;
    const item = cslItemSchema.safeParse(rest);
    if (!item.success) {
      const [issue] = item.error.issues;
      throw invalid(
        file,
        `its reference ${at + 1} is no CSL-JSON (${issue?.path.join('.')}: ${issue?.message})`,
      );
    }
    // Whoever cites by keys has them there; addresses and random names, ours too, are none.
    const key = typeof id === 'string' && /^(?![\da-f]{8}-[\da-f-]{27}$)[^\s/]{1,100}$/u.test(id) ? id : null;
    return key === null || item.data['citation-key'] !== undefined
      ? item.data
      : { ...item.data, 'citation-key': key };
  });
}

function bibtexItems(text: string, file: string): CslItem[] {
  try {
    const strings = new Map<string, string>();
    const items: CslItem[] = [];
    for (const item of parse(text, { number: 'string' })) {
      if (item.itemtype === 'string' && item.name !== undefined) {
        strings.set(
          item.name.toLowerCase(),
          fieldValue({ datatype: item.datatype ?? '', value: item.value }, strings),
        );
      } else if (item.itemtype === 'entry') {
        const fields = new Map<string, string>();
        for (const { name, ...value } of item.fields ?? [])
          fields.set(name.toLowerCase(), fieldValue(value, strings));
        const entry: BibtexEntry = { type: item.type ?? '', key: item.key ?? '', fields };
        items.push(itemOfBibtex(entry));
      }
    }
    return items;
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message.slice(0, 200) : String(fault);
    throw invalid(file, `its BibTeX is broken: ${reason}`, fault);
  }
}

function fieldValue({ datatype, value }: Value, strings: ReadonlyMap<string, string>): string {
  if (datatype === 'concatinate' && Array.isArray(value)) {
    return value.map((part: Value) => fieldValue(part, strings)).join('');
  }
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const words = String(value);
  return datatype === 'identifier' ? (strings.get(words.toLowerCase()) ?? words) : words;
}
