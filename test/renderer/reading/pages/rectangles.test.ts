import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placedLines, rectanglesOf } from '../../../../renderer/reading/pages/rectangles.ts';

/** Characters of a fixed width, line below line. */
function setIn(text: string): Float32Array {
  const boxes = new Float32Array(4 * text.length);
  let [column, line] = [0, 0];
  for (const [unit, character] of [...text].entries()) {
    if (character === '\n') {
      column = 0;
      line += 1;
    } else {
      boxes.set([10 * column, 20 * line, 10 * column + 10, 20 * line + 16], 4 * unit);
      column += 1;
    }
  }
  return boxes;
}

const pages = fc.array(fc.constantFrom('a', 'b', ' ', '\n'), { maxLength: 80 }).map((all) => all.join(''));

test('a highlight is one rectangle for each line it touches, and covers every character of it', () => {
  fc.assert(
    fc.property(pages, fc.nat(80), fc.nat(80), (text, from, to) => {
      const boxes = setIn(text);
      const rectangles = rectanglesOf(text, boxes, from, to);
      const touched = new Set<number>();
      for (let unit = from; unit < Math.min(to, text.length); unit += 1) {
        if (text[unit] === '\n') continue;
        const [left = 0, top = 0, right = 0, bottom = 0] = boxes.subarray(4 * unit, 4 * unit + 4);
        touched.add(top);
        const covers = rectangles.some(
          (it) => it.left <= left && it.top <= top && it.right >= right && it.bottom >= bottom,
        );
        expect(covers).toBe(true);
      }
      expect(rectangles).toHaveLength(touched.size);
    }),
  );
});

test('small and raised characters stay in their line; what is not drawn makes nothing', () => {
  const boxes = new Float32Array([0, 0, 10, 16, 10, -2, 15, 8, 0, 0, 0, 0, 15, 0, 25, 16]);
  expect(rectanglesOf('a²?b', boxes, 0, 4)).toEqual([{ left: 0, top: -2, right: 25, bottom: 16 }]);
  expect(rectanglesOf('a²?b', boxes, 2, 3)).toEqual([]);
});

test('two columns side by side are not one line', () => {
  const boxes = new Float32Array([0, 0, 10, 16, 300, 200, 310, 216]);
  expect(rectanglesOf('ab', boxes, 0, 2)).toHaveLength(2);
});

test('the words of a page are all of its text but the line breaks, each where it stands', () => {
  fc.assert(
    fc.property(pages, (text) => {
      const lines = placedLines(text, setIn(text));
      expect(lines.map((words) => words.map((word) => word.text).join('')).join('')).toBe(
        text.replaceAll('\n', ''),
      );
      for (const word of lines.flat()) {
        expect(text.slice(word.start, word.start + word.text.length)).toBe(word.text);
        expect(word.box?.top).toBe(20 * text.slice(0, word.start).split('\n').length - 20);
      }
    }),
  );
});

test('without places the words are there all the same', () => {
  expect(placedLines('a b\n\nc', null)).toEqual([
    [
      { start: 0, text: 'a ', box: null },
      { start: 2, text: 'b', box: null },
    ],
    [{ start: 5, text: 'c', box: null }],
  ]);
});
