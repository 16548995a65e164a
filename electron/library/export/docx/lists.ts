/** Word's own lists: it counts and renumbers them itself, by the same table as our own count. */
import { AlignmentType, type ILevelsOptions, type INumberingOptions, LevelFormat } from 'docx';
import type { DocumentKind } from '../../../../shared/document/schema.ts';
import { type ListLevel, type ListName, lists } from '../../../../shared/print/lists.ts';
import { styleId, type WordStyle } from '../../../../shared/print/word-styles.ts';
import { BULLET, HANG } from './measures.ts';

export type WordList = 'topic' | 'aim' | 'paragraph' | 'recommendation' | 'point' | 'backgroundDocument';

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

const listStyles: Readonly<Record<WordList, WordStyle>> = {
  topic: 'heading1',
  aim: 'aim',
  paragraph: 'paragraph',
  recommendation: 'recommendation',
  point: 'point',
  backgroundDocument: 'backgroundDocument',
};

interface Marker {
  readonly format: ILevelsOptions['format'] & string;
  readonly text: string;
  readonly hanging: number;
  readonly bold?: true;
}

function level(list: WordList, at: number, { format, text, hanging, bold }: Marker): ILevelsOptions {
  return {
    level: at,
    format,
    text,
    alignment: AlignmentType.LEFT,
    style: {
      // Only one level of a list can be the one a style stands for.
      ...(at === 0 ? { style: styleId(listStyles[list]) } : {}),
      paragraph: { indent: { left: HANG * (at + 1), hanging } },
      run: { font: 'Arial', ...(bold ? { bold } : {}) },
    },
  };
}

function numbered(list: WordList & ListName): ILevelsOptions[] {
  const bold = list === 'recommendation' ? ({ bold: true } as const) : {};
  const levels: readonly ListLevel[] = lists[list];
  return levels.map(({ format, text }, at) =>
    level(list, at, { format: formats[format], text, hanging: HANG, ...bold }),
  );
}

function bulleted(list: WordList, signs: readonly string[]): ILevelsOptions[] {
  return signs.map((text, at) =>
    level(list, at, { format: LevelFormat.BULLET, text, hanging: HANG - BULLET }),
  );
}

/** The lists a document of this kind can have, each once, so that each counts through the whole document. */
export function wordLists(kind: DocumentKind): INumberingOptions {
  const levels: Partial<Record<WordList, ILevelsOptions[]>> =
    kind === 'briefing'
      ? { topic: numbered('topic'), aim: numbered('aim'), point: bulleted('point', ['•', '–', '•']) }
      : {
          paragraph: numbered('paragraph'),
          recommendation: numbered('recommendation'),
          backgroundDocument: bulleted('backgroundDocument', ['•']),
        };
  return {
    config: Object.entries(levels).map(([list, each]) => ({
      reference: listReference(list as WordList),
      levels: each,
    })),
  };
}
