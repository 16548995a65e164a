/** Boxes to tick, as Word's own: a click ticks one, and a screen reader says what it is for. */
import { CheckBox, type ParagraphChild, Tab, TabStopType, TextRun } from 'docx';
import { BOX_COLUMN } from './measures.ts';

/** Where the boxes after the first stand. */
export const boxStops = [BOX_COLUMN, BOX_COLUMN * 2].map((position) => ({
  type: TabStopType.LEFT,
  position,
}));

export function decisionBoxes(choices: readonly string[]): ParagraphChild[] {
  return choices.flatMap((choice, at): ParagraphChild[] => [
    ...(at === 0 ? [] : [new TextRun({ children: [new Tab()] })]),
    new CheckBox({ alias: choice, checked: false }),
    new TextRun(` ${choice}`),
  ]);
}
