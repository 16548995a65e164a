/** Finding, making and taking away links where the caret is. */

import { $isTextNode, type RangeSelection, type TextNode } from 'lexical';
import { citedByAny } from '../../../shared/document/citations.ts';
import { sliceContent } from '../../../shared/document/places.ts';
import type { Inline } from '../../../shared/document/schema.ts';
import { $charactersBefore } from '../clipboard/characters.ts';
import { $contentOf } from '../convert/inline.ts';
import { $rangeSelection } from '../operations/locate.ts';
import type { LinkInHand } from './links.ts';
import { $editPassage, $passageAround, $selectPlaces, type PassageNode } from './passages.ts';
import { $linkOf, $setLink } from './run-state.ts';

interface Span {
  readonly passage: PassageNode;
  readonly start: number;
  readonly end: number;
  readonly address: string | null;
}

/** The link around or beside a place, with every run of it that leads to the same address. */
function $linkAround(passage: PassageNode, place: number): Span | null {
  const spans: Span[] = [];
  let start = 0;
  for (const leaf of passage.getChildren()) {
    const end = start + leaf.getTextContentSize();
    const address = $isTextNode(leaf) ? $linkOf(leaf) : null;
    const last = spans.at(-1);
    if (last && last.address === address) spans[spans.length - 1] = { ...last, end };
    else spans.push({ passage, start, end, address });
    start = end;
  }
  return spans.find((span) => span.address !== null && span.start <= place && place <= span.end) ?? null;
}

/** What is selected in one passage, or the link at the caret, or the caret alone; null over several passages. */
function $spanInHand(selection: RangeSelection): Span | null {
  const passage = $passageAround(selection.anchor.getNode());
  if (!passage || !$passageAround(selection.focus.getNode())?.is(passage)) return null;
  const anchor = $charactersBefore(passage, selection.anchor);
  const focus = $charactersBefore(passage, selection.focus);
  if (anchor === focus) {
    return $linkAround(passage, anchor) ?? { passage, start: anchor, end: anchor, address: null };
  }
  const [start, end] = [Math.min(anchor, focus), Math.max(anchor, focus)];
  const runs = sliceContent($contentOf(passage.getChildren()), start, end);
  const links = runs.map((run) => (run.type === 'text' ? (run.link ?? null) : null));
  const [address = null] = links;
  return { passage, start, end, address: links.every((link) => link === address) ? address : null };
}

function textOf(content: readonly Inline[]): string {
  return content.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join('');
}

export function $linkInHand(): LinkInHand | null {
  const selection = $rangeSelection();
  if (!selection) return null;
  const span = $spanInHand(selection);
  if (!span) return { address: null, text: null };
  const content = sliceContent($contentOf(span.passage.getChildren()), span.start, span.end);
  return { address: span.address, text: textOf(content) };
}

function $selectedRuns(selection: RangeSelection): TextNode[] {
  return selection.extract().filter($isTextNode);
}

function linked(content: readonly Inline[], link: string | null): Inline[] {
  return content.map((inline): Inline => {
    if (inline.type !== 'text') return inline;
    const { link: _, ...rest } = inline;
    return link === null ? rest : { ...rest, link };
  });
}

/** @param address null takes the link away. @param text null keeps the words. */
export function $changeLink(address: string | null, text: string | null): void {
  const selection = $rangeSelection();
  if (!selection) return;
  const span = $spanInHand(selection);
  if (!span) {
    for (const run of $selectedRuns(selection)) $setLink(run, address);
    return;
  }
  const { passage, start, end } = span;
  const old = sliceContent($contentOf(passage.getChildren()), start, end);
  const [first] = old;
  const written: Inline = {
    ...(first?.type === 'text' ? first : {}),
    type: 'text',
    text: text ?? '',
    ...citedByAny(old),
  };
  const by = linked(text === null || text === textOf(old) ? old : [written], address);
  $editPassage(passage, [{ start, end, by }]);
  $selectPlaces(
    passage,
    start + by.reduce((sum, run) => sum + (run.type === 'text' ? run.text.length : 1), 0),
  );
}
