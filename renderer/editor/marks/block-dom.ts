/** The attributes that the style sheet and assistive technology read from a block element. */
import { exemptLabel } from '../../../shared/pack/exemption-words.ts';
import type { BlockState } from '../nodes/block-state.ts';
import { blockName, cellOf, describeBlock, gutterName, promptOf, runInLabel } from './words.ts';

function assign(element: HTMLElement, name: string, value: string): void {
  if (value === '') element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** What a drawn block bears besides its words and its kind, in words. */
export function describeForReaders(element: HTMLElement): void {
  const { locked, exempt, withheld, sources } = element.dataset;
  const says = [
    ...(locked ? ['Locked by the template'] : []),
    ...(exempt ? [exempt] : withheld ? [withheld] : []),
    ...(sources ? [sources === '1' ? '1 citation' : `${sources} citations`] : []),
  ];
  assign(element, 'aria-description', says.join('. '));
}

/** A flat list has no list element to stand in, so points say by name and level what they are. */
function dressForReaders(element: HTMLElement, state: BlockState, empty: boolean): void {
  describeForReaders(element);
  // A heading without words is nothing to jump to.
  if (!empty && (state.kind === 'title' || state.kind === 'heading')) {
    element.setAttribute('role', 'heading');
    element.setAttribute('aria-level', String(state.kind === 'title' ? 1 : state.level + 1));
    element.removeAttribute('aria-roledescription');
    return;
  }
  element.removeAttribute('aria-level');
  element.setAttribute('role', state.kind === 'quotation' ? 'blockquote' : 'paragraph');
  const { kind, level } = state;
  const name =
    runInLabel(state) ||
    (state.side === null ? blockName(kind, level) : `${blockName(kind, level)}, ${state.side}`);
  const description = describeBlock(kind, level, name);
  assign(element, 'aria-roledescription', kind === 'text' ? '' : description);
}

/** @param previous what the element already shows; null for a new element. */
export function dressBlock(
  element: HTMLElement,
  state: BlockState,
  empty: boolean,
  previous: BlockState | null,
): void {
  const wasEmpty = element.hasAttribute('data-empty');
  assign(element, 'data-empty', empty ? 'true' : '');
  if (state === previous) {
    if (empty !== wasEmpty) dressForReaders(element, state, empty);
    return;
  }
  assign(element, 'data-kind', state.kind);
  assign(element, 'data-level', String(state.level));
  assign(element, 'data-block-id', state.id);
  assign(element, 'data-field', state.field ?? '');
  assign(element, 'data-detail', state.detail ?? '');
  assign(element, 'data-side', state.side ?? '');
  assign(element, 'data-sources', state.citations.length > 0 ? String(state.citations.length) : '');
  assign(element, 'data-locked', state.locked ? 'true' : '');
  const cell = cellOf(state);
  assign(element, 'data-cell', cell ? String(cell.column) : '');
  assign(element, 'data-column', cell?.head ?? '');
  assign(element, 'data-exempt', state.exempt ? exemptLabel(state.exempt) : '');
  assign(element, 'data-label', gutterName(state));
  assign(element, 'data-run-in', runInLabel(state));
  assign(element, 'data-prompt', promptOf(state));
  dressForReaders(element, state, empty);
}
