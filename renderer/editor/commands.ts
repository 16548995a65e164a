/**
 * Every command of the editor, once: the palette, the slash menu, the block menu, the keys and the list of keys are
 * made from this table. What each does stands in `run-command.ts`; a feature adds a line here and handles its own.
 */

import { canBeExempt } from '../../shared/document/exempt.ts';
import {
  type BlockKind,
  type DetailName,
  type DocumentKind,
  detailNames,
  type FieldName,
  fieldNames,
  type SectionRole,
  sectionRoles,
} from '../../shared/document/schema.ts';
import {
  blockRules,
  detailRules,
  fieldRules,
  fieldsFor,
  mainRole,
  sectionRules,
} from '../../shared/document/structure.ts';
import { blockKindFor, lineKindOf } from '../../shared/lines/keeping.ts';
import { lineKinds } from '../../shared/lines/line.ts';
import type { BlockFocus } from './block-focus.ts';

/** In the order in which menus show them. */
export const commandGroups = ['Turn into', 'Add', 'New section', 'Table', 'Block', 'Text', 'Undo'] as const;
export type CommandGroup = (typeof commandGroups)[number];

type Allowed = (focus: BlockFocus, documentKind: DocumentKind) => boolean;

export interface EditorCommand {
  readonly id: EditorCommandId;
  /** What menus call it. */
  readonly name: string;
  readonly group: CommandGroup;
  /** The kind of block it makes; null for what changes no kind. */
  readonly kind: BlockKind | null;
  /** The outline level it makes, for headings; null keeps the block's own. */
  readonly level: number | null;
  /** The detail it adds, and below the role of the section it makes. */
  readonly detail: DetailName | null;
  /** The field it adds, or goes to where there is one. */
  readonly field: FieldName | null;
  readonly role: SectionRole | null;
  /** As printed in menus, for example `Ctrl+Alt+1`; null where there is none. */
  readonly shortcut: string | null;
  /** Other words somebody may look for. */
  readonly keywords: string;
  readonly allowed: Allowed;
}

type PlainId =
  | 'heading1'
  | 'heading2'
  | 'heading3'
  | Exclude<BlockKind, 'title' | 'field' | 'heading' | 'detail' | 'table' | 'image'>
  | 'section'
  | 'addDetail'
  | 'indent'
  | 'outdent'
  | 'moveUp'
  | 'moveDown'
  | 'duplicate'
  | 'delete'
  | 'switchSide'
  | 'lock'
  | 'unlock'
  | 'selectBlock'
  | 'selectMore'
  | 'bold'
  | 'italic'
  | 'undo'
  | 'redo';
/** `feature:` is followed by whatever the feature calls its command. */
export type EditorCommandId =
  | PlainId
  | `detail:${DetailName}`
  | `field:${FieldName}`
  | `section:${SectionRole}`
  | `feature:${string}`;

interface More {
  readonly level?: number;
  readonly detail?: DetailName;
  readonly field?: FieldName;
  readonly role?: SectionRole;
  readonly keywords?: string;
}

function command(
  id: EditorCommandId,
  group: CommandGroup,
  name: string,
  shortcut: string | null,
  allowed: Allowed,
  { level, detail, field, role, keywords = '' }: More = {},
): EditorCommand {
  return {
    id,
    name,
    group,
    kind: null,
    level: level ?? null,
    detail: detail ?? null,
    field: field ?? null,
    role: role ?? null,
    shortcut,
    keywords,
    allowed,
  };
}

function kind(
  id: PlainId,
  made: BlockKind,
  shortcut: string | null,
  { name = blockRules[made].name, ...more }: More & { readonly name?: string } = {},
): EditorCommand {
  const allowed: Allowed = ({ allowedKinds }) => allowedKinds.includes(made);
  return { ...command(id, 'Turn into', name, shortcut, allowed, more), kind: made };
}

const always: Allowed = () => true;
const takes =
  (made: BlockKind): Allowed =>
  ({ sectionRole }) =>
    sectionRole !== 'unknown' && sectionRules[sectionRole].blocks.includes(made);
const takesLine: Allowed = ({ sectionRole }) =>
  sectionRole !== 'unknown' &&
  lineKinds.some((each) => blockKindFor(each, sectionRules[sectionRole].blocks) !== null);
const inTable: Allowed = ({ kind: own }) => own === 'table';
const inTableWith = (action: string, name: string) =>
  command(`feature:table-${action}`, 'Table', name, null, inTable);
const canBeCited: Allowed = ({ kind: own, empty }) =>
  !empty && own !== 'title' && own !== 'label' && own !== 'guidance' && own !== 'unknown';
const isFixed = ({ kind: own }: BlockFocus) => own === 'title' || own === 'field' || own === 'unknown';
const levels = ({ ownerKind, level }: BlockFocus) =>
  ownerKind === 'unknown'
    ? { in: 0, out: 0 }
    : { in: blockRules[ownerKind].maxLevel - level, out: level - blockRules[ownerKind].minLevel };

/** The details of the block, or of the one it is a detail of, that nobody has written yet. */
export function missingDetails({
  ownerKind,
  details,
}: Pick<BlockFocus, 'ownerKind' | 'details'>): DetailName[] {
  const rule = ownerKind === 'unknown' ? null : blockRules[ownerKind].details;
  return rule?.form === 'list' ? rule.names.filter((name) => !details.includes(name)) : [];
}

const turnInto: readonly EditorCommand[] = [
  // The heading keys are Word's, because officials' hands know them.
  kind('heading1', 'heading', 'Ctrl+Alt+1', { name: 'Section heading', level: 1 }),
  kind('heading2', 'heading', 'Ctrl+Alt+2', { name: 'Sub-heading', level: 2 }),
  kind('heading3', 'heading', 'Ctrl+Alt+3', { name: 'Minor heading', level: 3 }),
  kind('label', 'label', 'Ctrl+Alt+4'),
  kind('point', 'point', 'Ctrl+Alt+5', { keywords: 'bullet list' }),
  kind('question', 'question', 'Ctrl+Alt+6', { keywords: 'ask' }),
  kind('paragraph', 'paragraph', 'Ctrl+Alt+7', { name: 'Numbered paragraph' }),
  kind('recommendation', 'recommendation', 'Ctrl+Alt+8'),
  kind('quotation', 'quotation', 'Ctrl+Alt+9', { keywords: 'quote' }),
  kind('text', 'text', 'Ctrl+Alt+0', { keywords: 'plain normal' }),
  kind('attendee', 'attendee', null, { keywords: 'person row' }),
  kind('agendaItem', 'agendaItem', null),
  kind('aim', 'aim', null, { keywords: 'agenda objective' }),
  kind('lineToTake', 'lineToTake', null, { keywords: 'LTT defensive' }),
  kind('likelyQuestion', 'likelyQuestion', null, { keywords: 'Q&A' }),
  kind('ask', 'ask', null),
  kind('sensitivity', 'sensitivity', null, { keywords: 'handling' }),
  kind('person', 'person', null, { keywords: 'biography' }),
  kind('decision', 'decision', null, { keywords: 'agreed not agreed please discuss' }),
  kind('option', 'option', null),
  kind('implication', 'implication', null, { keywords: 'legal finance equalities climate row' }),
  kind('clearer', 'clearer', null, { keywords: 'cleared by row' }),
  kind('backgroundDocument', 'backgroundDocument', null),
  kind('appendix', 'appendix', null),
  kind('guidance', 'guidance', null, { keywords: 'note template not exported' }),
];

const details = detailNames.map((name) =>
  command(
    `detail:${name}`,
    'Add',
    `Add ${detailRules[name].label.toLocaleLowerCase('en-GB')}`,
    null,
    (focus) => missingDetails(focus).includes(name),
    { detail: name },
  ),
);

const fields = fieldNames.map((name) =>
  command(
    `field:${name}`,
    'Add',
    `Add field: ${fieldRules[name].label}`,
    null,
    ({ sectionRole }, documentKind) =>
      sectionRole !== 'unknown' && fieldsFor(documentKind, sectionRole).includes(name),
    { field: name },
  ),
);

const sections = sectionRoles
  .filter((role) => role !== 'front')
  .map((role) =>
    command(
      `section:${role}`,
      'New section',
      `New section: ${sectionRules[role].name}`,
      null,
      // The main section has a line of its own, with its key.
      (_, documentKind) =>
        sectionRules[role].documentKinds.includes(documentKind) && mainRole[documentKind] !== role,
      { role },
    ),
  );

const tables: readonly EditorCommand[] = [
  inTableWith('rowAbove', 'Insert row above'),
  inTableWith('rowBelow', 'Insert row below'),
  inTableWith('columnLeft', 'Insert column to the left'),
  inTableWith('columnRight', 'Insert column to the right'),
  inTableWith('moveRowUp', 'Move row up'),
  inTableWith('moveRowDown', 'Move row down'),
  inTableWith('moveColumnLeft', 'Move column left'),
  inTableWith('moveColumnRight', 'Move column right'),
  inTableWith('headerRow', 'Header row on or off'),
  inTableWith('headerColumn', 'Header column on or off'),
  inTableWith('deleteRow', 'Delete row'),
  inTableWith('deleteColumn', 'Delete column'),
  inTableWith('deleteTable', 'Delete table'),
  inTableWith('selectTable', 'Select table'),
];

export const editorCommands: readonly EditorCommand[] = [
  ...turnInto,
  command(
    'addDetail',
    'Add',
    'Add the next detail',
    'Ctrl+Enter',
    (focus) => missingDetails(focus).length > 0,
    {
      keywords: 'answer follow-up reason handling lead',
    },
  ),
  ...details,
  ...fields,
  command('feature:insertTable', 'Add', 'Table…', null, takes('table'), {
    keywords: 'insert grid rows columns',
  }),
  command('feature:cite', 'Add', 'Cite evidence…', 'Ctrl+Alt+E', canBeCited, {
    keywords: 'source quote footnote note citation reference attach',
  }),
  command('feature:find-evidence', 'Add', 'Find evidence for this point', 'Ctrl+Alt+F', canBeCited, {
    keywords: 'source search figure look up',
  }),
  command('feature:insert-line', 'Add', 'Standing line or words used before…', 'Ctrl+Shift+L', takesLine, {
    keywords: 'insert reuse lines to take biography fact library past documents search',
  }),
  command('feature:insertPicture', 'Add', 'Picture…', null, takes('image'), {
    keywords: 'insert image photo chart figure',
  }),
  ...tables,
  command('section', 'New section', 'New section', 'Ctrl+Shift+Enter', always),
  ...sections,
  command('indent', 'Block', 'Move in a level', 'Tab', (focus) => levels(focus).in > 0 && !focus.locked),
  command(
    'outdent',
    'Block',
    'Move out a level',
    'Shift+Tab',
    (focus) => levels(focus).out > 0 && !focus.locked,
  ),
  command('moveUp', 'Block', 'Move up', 'Alt+Up', (focus) => !focus.locked && focus.kind !== 'title'),
  command('moveDown', 'Block', 'Move down', 'Alt+Down', (focus) => !focus.locked && focus.kind !== 'title'),
  command('duplicate', 'Block', 'Duplicate', 'Ctrl+D', (focus) => !isFixed(focus), {
    keywords: 'copy repeat',
  }),
  command(
    'delete',
    'Block',
    'Delete block',
    'Ctrl+Shift+Backspace',
    (focus) => !isFixed(focus) && !focus.locked,
    {
      keywords: 'remove',
    },
  ),
  command(
    'feature:keep-line',
    'Block',
    'Keep as standing line…',
    null,
    ({ ownerKind, empty }) => !empty && ownerKind !== 'unknown' && lineKindOf(ownerKind) !== null,
    { keywords: 'reuse library save line to take biography fact' },
  ),
  command(
    'feature:exempt',
    'Block',
    'Exempt from publication…',
    'Ctrl+Alt+X',
    ({ kind }) => kind !== 'unknown' && canBeExempt(kind),
    {
      keywords: 'withhold private confidential restricted schedule 12A paragraph not for publication public',
    },
  ),
  command('feature:not-exempt', 'Block', 'No longer exempt', null, ({ exempt }) => exempt, {
    keywords: 'publish public withhold schedule 12A',
  }),
  command('feature:remove-citation', 'Block', 'Remove citation', null, ({ cited }) => cited, {
    keywords: 'evidence source uncite',
  }),
  command('switchSide', 'Block', 'Switch side: ours or theirs', null, ({ side }) => side !== null, {
    keywords: 'attendee',
  }),
  command('unlock', 'Block', 'Unlock heading', null, ({ locked }) => locked, {
    keywords: 'template change edit',
  }),
  command(
    'lock',
    'Block',
    'Lock heading',
    null,
    ({ kind: own, locked, empty }) => (own === 'heading' || own === 'label') && !locked && !empty,
    { keywords: 'template keep' },
  ),
  command('selectBlock', 'Block', 'Select the block', 'Esc', always),
  command('selectMore', 'Block', 'Select more: words, section, document', 'Ctrl+A', always, {
    keywords: 'all',
  }),
  command('bold', 'Text', 'Bold', 'Ctrl+B', ({ locked }) => !locked),
  command('italic', 'Text', 'Italic', 'Ctrl+I', ({ locked }) => !locked),
  command('feature:reference', 'Add', 'Insert cross-reference…', 'Ctrl+Shift+R', ({ locked }) => !locked, {
    keywords: 'see paragraph section appendix number refer',
  }),
  command('feature:link', 'Text', 'Add link…', 'Ctrl+Shift+K', ({ locked }) => !locked, {
    keywords: 'web address url email hyperlink',
  }),
  command('undo', 'Undo', 'Undo', 'Ctrl+Z', ({ canUndo }) => canUndo),
  command('redo', 'Undo', 'Redo', 'Ctrl+Y', ({ canRedo }) => canRedo),
];

/** The commands that could do something with the caret where it is; with none, those that need no block. */
export function commandsFor(focus: BlockFocus | null, documentKind: DocumentKind): EditorCommand[] {
  return editorCommands.filter((each) => (focus ? each.allowed(focus, documentKind) : each.id === 'section'));
}
