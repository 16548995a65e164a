/** Word's own lists: it counts and renumbers them itself, by the same table as our own count. */
import { AlignmentType, type ILevelsOptions, type INumberingOptions, LevelFormat } from 'docx';
import type { BulletedKind, PrintDocument } from '../../../../shared/print/blocks.ts';
import { type ListLevel, type ListName, lists } from '../../../../shared/print/lists.ts';
import { styleId, type WordStyle } from '../../../../shared/print/word-styles.ts';
import { ANNEX_COLUMN, BULLET, HANG, OPTION_COLUMN } from './measures.ts';

/** Tables and figures are counted by fields in their captions. */
export type NumberedList = Exclude<ListName, 'table' | 'image'>;
export type WordList = NumberedList | BulletedKind;

/**
 * docx writes list references as placeholders and replaces them in the finished text, the author's words included.
 * U+FDD0 can stand in no printed word (`words.ts`), so no word can be taken for a placeholder.
 */
export const listReference = (list: WordList): string => `\ufdd0${list}`;

const formats: Readonly<Record<ListLevel['format'], ILevelsOptions['format'] & string>> = {
  decimal: LevelFormat.DECIMAL,
  lowerLetter: LevelFormat.LOWER_LETTER,
  lowerRoman: LevelFormat.LOWER_ROMAN,
  upperLetter: LevelFormat.UPPER_LETTER,
};

interface Numbered {
  /** The style each level stands for; only one level of a list can be the one of a style. */
  readonly styles: readonly WordStyle[];
  /** In which its markers hang. */
  readonly column?: number;
  /** How many levels stand at the margin; each further one is indented by a column more. */
  readonly atMargin?: number;
  readonly bold?: true;
}

const numbered: Readonly<Record<NumberedList, Numbered>> = {
  topic: { styles: ['heading1'] },
  agendaItem: { styles: ['agendaItem'] },
  aim: { styles: ['aim'] },
  likelyQuestion: { styles: ['likelyQuestion'], bold: true },
  paragraph: { styles: ['paragraph'] },
  sectional: { styles: ['heading1', 'paragraph'], atMargin: 2 },
  unheaded: { styles: [] },
  recommendation: { styles: ['recommendation'], bold: true },
  option: { styles: ['option'], column: OPTION_COLUMN, bold: true },
  annex: { styles: ['annex'], column: ANNEX_COLUMN },
};
const bulleted: Readonly<Record<BulletedKind, readonly string[]>> = {
  point: ['•', '–', '•'],
  lineToTake: ['•', '–', '•'],
  ask: ['•'],
  sensitivity: ['•'],
  backgroundDocument: ['•'],
};

/** How the numbers of a list stand; what Word is told where it counts, and what is set where it must not. */
export function numberPlace(
  list: NumberedList,
  level: number,
): { indent: { left: number; hanging: number }; bold: boolean } {
  const { column = HANG, atMargin = 1, bold = false } = numbered[list];
  return { indent: { left: column + HANG * Math.max(level + 1 - atMargin, 0), hanging: column }, bold };
}

function numberedLevels(list: NumberedList): ILevelsOptions[] {
  const { styles, bold } = numbered[list];
  const levels: readonly ListLevel[] = lists[list];
  return levels.map(({ format, text }, level) => {
    const { indent } = numberPlace(list, level);
    const style = styles[level];
    return {
      level,
      format: formats[format],
      text,
      alignment: AlignmentType.LEFT,
      style: {
        ...(style ? { style: styleId(style) } : {}),
        paragraph: { indent },
        run: { font: 'Arial', ...(bold ? { bold } : {}) },
      },
    };
  });
}

function bulletedLevels(list: BulletedKind): ILevelsOptions[] {
  return bulleted[list].map((text, level) => ({
    level,
    format: LevelFormat.BULLET,
    text,
    alignment: AlignmentType.LEFT,
    style: {
      ...(level === 0 ? { style: styleId(list) } : {}),
      paragraph: { indent: { left: HANG * (level + 1), hanging: HANG - BULLET } },
      run: { font: 'Arial' },
    },
  }));
}

const usual: Readonly<Record<PrintDocument['kind'], readonly WordList[]>> = {
  briefing: ['topic', 'aim', 'point'],
  report: ['recommendation', 'backgroundDocument'],
  submission: ['recommendation', 'backgroundDocument'],
};

function isBulleted(list: WordList): list is BulletedKind {
  return list in bulleted;
}

/**
 * The usual lists of a document of its kind and those that it uses, each once, so that each counts through the whole
 * document.
 */
export function listsOf({ kind, sectional, blocks }: PrintDocument): ReadonlySet<WordList> {
  const lists = new Set(usual[kind]);
  if (kind !== 'briefing') lists.add(sectional ? 'sectional' : 'paragraph');
  for (const block of blocks) {
    if (block.type === 'bulleted') lists.add(block.kind);
    else if (block.type === 'numbered' || block.type === 'heading') {
      if (block.list !== null) lists.add(block.list as NumberedList);
    }
  }
  return lists;
}

/** These lists, in every document the same. */
export function definitionsOf(lists: Iterable<WordList>): INumberingOptions {
  return {
    config: [...lists].map((list) => ({
      reference: listReference(list),
      levels: isBulleted(list) ? bulletedLevels(list) : numberedLevels(list),
    })),
  };
}

export const wordLists = (print: PrintDocument): INumberingOptions => definitionsOf(listsOf(print));

/** All that any document can have. */
export const everyList: readonly WordList[] = [
  ...(Object.keys(numbered) as NumberedList[]),
  ...(Object.keys(bulleted) as BulletedKind[]),
];
