/** What paragraph and character styles say, inheritance resolved. */
import { elements, find, numberOf, settingOf, toggle, type XmlElement } from './xml.ts';

export interface ListPlace {
  readonly numId: string;
  readonly level: number;
}

export interface ResolvedStyle {
  /** As Word shows it, lower case: "heading 1". */
  readonly name: string;
  /** From 1; null for body text. */
  readonly outline: number | null;
  readonly list: ListPlace | null;
  readonly bold: boolean | undefined;
  readonly italic: boolean | undefined;
}

export interface Styles {
  /** Null for an id that the file does not define. */
  resolve(id: string): ResolvedStyle | null;
  readonly defaultParagraph: string | null;
}

/** Word stops at ten or so; a file that goes on is made to. */
const DEEPEST_INHERITANCE = 30;

/** Outline level of a paragraph's properties, from 1; 9 in the file means body text. */
export function outlineOf(properties: XmlElement | undefined): number | null | undefined {
  const level = numberOf(settingOf(properties, 'w:outlineLvl'));
  if (level === undefined) return undefined;
  return level >= 0 && level < 9 ? level + 1 : null;
}

export function listOf(properties: XmlElement | undefined): { numId?: string; level?: number } {
  const place = find(properties, 'w:numPr');
  const numId = settingOf(place, 'w:numId');
  const level = numberOf(settingOf(place, 'w:ilvl'));
  return { ...(numId !== undefined && { numId }), ...(level !== undefined && { level }) };
}

/** Built-in heading styles have their level even where the file forgot to say it. */
function builtInOutline(name: string): number | undefined {
  const match = /^heading ([1-9])$/.exec(name);
  return match ? Number(match[1]) : undefined;
}

export function readStyles(root: XmlElement | null): Styles {
  const byId = new Map<string, XmlElement>();
  let defaultParagraph: string | null = null;
  for (const style of root ? elements(root) : []) {
    const id = style.attributes['styleId'];
    if (style.name !== 'w:style' || id === undefined) continue;
    byId.set(id, style);
    const isDefault = ['1', 'true', 'on'].includes(style.attributes['default'] ?? '');
    if (isDefault && style.attributes['type'] === 'paragraph') defaultParagraph = id;
  }
  const resolved = new Map<string, ResolvedStyle>();

  function resolve(id: string, depth = 0): ResolvedStyle | null {
    const known = resolved.get(id);
    if (known) return known;
    const style = byId.get(id);
    if (!style || depth > DEEPEST_INHERITANCE) return null;
    const parentId = settingOf(style, 'w:basedOn');
    const parent = parentId === undefined || parentId === id ? null : resolve(parentId, depth + 1);
    const name = (settingOf(style, 'w:name') ?? id).toLowerCase();
    const paragraph = find(style, 'w:pPr');
    const run = find(style, 'w:rPr');
    const outline = outlineOf(paragraph) ?? builtInOutline(name);
    const { numId, level } = listOf(paragraph);
    const list = numId === undefined ? (parent?.list ?? null) : { numId, level: level ?? 0 };
    const style_: ResolvedStyle = {
      name,
      outline: outline === undefined ? (parent?.outline ?? null) : outline,
      list: list && level !== undefined ? { ...list, level } : list,
      bold: toggle(run, 'w:b') ?? parent?.bold,
      italic: toggle(run, 'w:i') ?? parent?.italic,
    };
    resolved.set(id, style_);
    return style_;
  }

  return { resolve: (id) => resolve(id), defaultParagraph };
}
