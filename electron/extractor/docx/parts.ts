/** The parts beside the main text: which there are, and what notes, comments, headers and footers say. */
import type { WordPackage } from './package.ts';
import { elements, parseXml, textOf, type XmlElement } from './xml.ts';

export interface Relationship {
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

const folderOf = (part: string) => part.slice(0, part.lastIndexOf('/') + 1);

/** "../media/x.png" seen from word/document.xml is media/x.png. */
function resolveTarget(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

/** Relationships of a part by their id; empty where it has none. @param part empty for those of the package. */
export async function readRelationships(pack: WordPackage, part: string): Promise<Map<string, Relationship>> {
  const folder = folderOf(part);
  const text = await pack.read(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const found = new Map<string, Relationship>();
  if (text === null) return found;
  for (const { attributes } of elements(parseXml(text))) {
    const { Id: id, Type: type = '', Target: target = '', TargetMode: mode } = attributes;
    if (id === undefined) continue;
    const external = mode === 'External';
    const kind = type.slice(type.lastIndexOf('/') + 1);
    found.set(id, { type: kind, target: external ? target : resolveTarget(folder, target), external });
  }
  return found;
}

export interface Note {
  readonly paragraphs: readonly XmlElement[];
  /** Who wrote a comment; empty for notes. */
  readonly author: string;
}

/** Notes or comments by id, without the separators that Word keeps among them. */
export function readNotes(root: XmlElement | null): Map<string, Note> {
  const notes = new Map<string, Note>();
  for (const note of root ? elements(root) : []) {
    const { id, type, author = '' } = note.attributes;
    if (id === undefined || (type !== undefined && type !== 'normal')) continue;
    notes.set(id, { paragraphs: [...elements(note)].filter(({ name }) => name === 'w:p'), author });
  }
  return notes;
}

/** Words of each paragraph of a header or footer; page numbers and other fields left out. */
export function headerLines(root: XmlElement): string[] {
  const lines: string[] = [];
  const visit = (element: XmlElement) => {
    if (element.name === 'w:p') {
      const text = headerText(element).replace(/\s+/g, ' ').trim();
      if (text !== '') lines.push(text);
    }
    for (const child of elements(element)) visit(child);
  };
  visit(root);
  return lines;
}

function headerText(paragraph: XmlElement): string {
  let text = '';
  let depth = 0;
  const visit = (element: XmlElement) => {
    for (const child of elements(element)) {
      if (child.name === 'w:fldChar') {
        const type = child.attributes['fldCharType'];
        depth += type === 'begin' ? 1 : type === 'end' ? -1 : 0;
      } else if (child.name === 'w:t' && depth === 0) text += textOf(child);
      else if (child.name === 'w:tab') text += ' ';
      else if (child.name !== 'w:p' && child.name !== 'w:fldSimple' && child.name !== 'mc:Fallback')
        visit(child);
    }
  };
  visit(paragraph);
  return text;
}

export async function readPart(pack: WordPackage, name: string | undefined): Promise<XmlElement | null> {
  const text = name === undefined ? null : await pack.read(name);
  return text === null ? null : parseXml(text);
}

/** The part of this type that a relationship names. */
export function partOf(relationships: ReadonlyMap<string, Relationship>, type: string): string | undefined {
  for (const relationship of relationships.values()) {
    if (relationship.type === type && !relationship.external) return relationship.target;
  }
  return undefined;
}

/** Where the main text is; the usual place where the package does not say. */
export async function mainPart(pack: WordPackage): Promise<string> {
  return partOf(await readRelationships(pack, ''), 'officeDocument') ?? 'word/document.xml';
}
