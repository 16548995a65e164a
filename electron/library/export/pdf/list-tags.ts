/**
 * Tags lists as lists. The templates set the items of a list as paragraphs, because those are all that Typst keeps on
 * one page with their footnotes, and wrap them three deep in quotations: list, item, body (`tagged` in common.typ).
 * The label, tagged as code, begins the first paragraph of the body, and belongs before the body (ISO 32000-1,
 * 14.8.4.3.3). Nothing else of ours is tagged as either.
 */
import type { Structure } from './structure.ts';

const WRAPPER = 'BlockQuote';
const LABEL = 'Code';

function rename(text: string, from: string, to: string): string {
  return text.replace(`/S /${from}`, `/S /${to}`);
}

/** The label that begins the body, and the paragraph it stands in. */
function labelOf(body: string, tags: Structure): { paragraph: string; label: string } | null {
  for (const paragraph of tags.childrenOf(body)) {
    if (tags.kindOf(paragraph) === WRAPPER) return null;
    const label = tags.childrenOf(paragraph).find((child) => tags.kindOf(child) === LABEL);
    if (label !== undefined) return { paragraph, label };
  }
  return null;
}

/** A pattern for each label would be compiled for each: a third of the time that tagging takes. */
function withoutChild(text: string, child: string): string {
  const kids = /\/K \[[^\]]*/u.exec(text);
  if (!kids) return text;
  const [list] = kids;
  const before = Math.max(list.indexOf(`[${child} 0 R`), list.indexOf(` ${child} 0 R`)) + 1;
  if (before === 0) return text;
  const left = list.slice(0, before) + list.slice(before + `${child} 0 R`.length).replace(/^ /u, '');
  return text.slice(0, kids.index) + left + text.slice(kids.index + list.length);
}

function tagItem(item: string, tags: Structure): void {
  const [body] = tags.childrenOf(item);
  if (body === undefined) throw new Error(`The list item ${item} has no body.`);
  const found = labelOf(body, tags);
  if (found === null) throw new Error(`The list item ${item} has no label.`);
  const { paragraph, label } = found;
  tags.change(
    item,
    rename(tags.textOf(item), WRAPPER, 'LI').replace(
      /\/K (?:\[\d+ 0 R\]|\d+ 0 R)/u,
      `/K [${label} 0 R ${body} 0 R]`,
    ),
  );
  tags.change(body, rename(tags.textOf(body), WRAPPER, 'LBody'));
  tags.change(paragraph, withoutChild(tags.textOf(paragraph), label));
  tags.change(label, rename(tags.textOf(label), LABEL, 'Lbl').replace(/\/P \d+ 0 R/u, `/P ${item} 0 R`));
  for (const child of tags.childrenOf(body)) {
    if (tags.kindOf(child) === WRAPPER) tagList(child, tags);
  }
}

function tagList(list: string, tags: Structure): void {
  for (const item of tags.childrenOf(list)) tagItem(item, tags);
  tags.change(list, rename(tags.textOf(list), WRAPPER, 'L'));
}

/** Renames them all. @throws Error where the tags are not what the templates make. */
export function tagLists(tags: Structure): void {
  const waiting = [tags.root];
  for (let at = 0; at < waiting.length; at += 1) {
    const number = waiting[at] ?? '';
    if (tags.kindOf(number) === WRAPPER) tagList(number, tags);
    else waiting.push(...tags.childrenOf(number));
  }
}
