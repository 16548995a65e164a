/** Moving a whole section, from its heading to the next, among the other sections. */
import { $isSection, type SectionNode } from '../nodes/section-node.ts';
import { $partOf } from './groups.ts';
import { $blocksOf } from './locate.ts';

function $sectionBeside(section: SectionNode | undefined, direction: 'up' | 'down'): SectionNode | null {
  const beside = direction === 'up' ? section?.getPreviousSibling() : section?.getNextSibling();
  return $isSection(beside) ? beside : null;
}

function $refusal(part: readonly SectionNode[], before: SectionNode | null): string | null {
  if (part.some((section) => section.getState().role === 'front')) return 'The title block stays first.';
  if (before?.getState().role === 'front') return 'The title block stays first.';
  if (part.some((section) => section.getState().role === 'unknown')) {
    return 'A newer version of Despatch wrote that section, so it stays where it is.';
  }
  const locked = part.flatMap($blocksOf).find((block) => block.getState().locked);
  return locked ? `“${locked.getTextContent()}” is locked by the template.` : null;
}

/** @returns why the section this one is part of may not stand there; null where it may. Moves nothing. */
export function $whyNotBefore(section: SectionNode, target: SectionNode | null): string | null {
  const part = $partOf(section);
  const before = target && ($partOf(target)[0] ?? target);
  if (before && part.some((each) => each.is(before))) return 'It stands there already.';
  return $refusal(part, before);
}

/** Moves the section this one is part of, with its continuations. @returns why it was not moved; null where it was. */
export function $movePartBefore(section: SectionNode, target: SectionNode | null): string | null {
  const refusal = $whyNotBefore(section, target);
  if (refusal !== null) return refusal;
  const before = target && ($partOf(target)[0] ?? target);
  const root = section.getParent();
  for (const each of $partOf(section)) {
    if (before) before.insertBefore(each, false);
    else root?.append(each);
  }
  return null;
}

export function $movePart(section: SectionNode, direction: 'up' | 'down'): string | null {
  const part = $partOf(section);
  const beside = $sectionBeside(direction === 'up' ? part[0] : part.at(-1), direction);
  if (!beside) return direction === 'up' ? 'It is the first already.' : 'It is the last already.';
  if (direction === 'up') return $movePartBefore(section, beside);
  return $movePartBefore(section, $sectionBeside($partOf(beside).at(-1), 'down'));
}
