/** The markers that Word computes and never stores: "1.", "a)", "2.3". */

import { bulletMarker } from '../../../shared/import/markers.ts';
import type { ListMarker } from '../../../shared/import/source.ts';
import { lowerLetter, lowerRoman } from '../../../shared/print/lists.ts';
import type { ListPlace } from './styles.ts';
import { elements, find, numberOf, settingOf, toggle, type XmlElement } from './xml.ts';

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
  /** The level whose next item restarts this one; null: any higher one. 0: never restarts. */
  readonly restart: number | null;
  /** "1.1" under a lettered heading: all numbers of the marker are printed as decimals. */
  readonly legal: boolean;
}

interface List {
  /** Lists that share an abstract definition share its count. */
  readonly counts: (number | undefined)[];
  readonly levels: readonly Level[];
  /** Starts that this instance overrides, used once. */
  readonly starts: Map<number, number>;
}

interface Abstract {
  readonly levels: Level[];
  readonly counts: (number | undefined)[];
  /** The numbering style that really defines it. */
  readonly link: string | undefined;
}

export interface Numbering {
  /** Counts the item and returns its marker; null for a list the file does not define or that prints nothing. */
  next(place: ListPlace): ListMarker | null;
}

const upper = (text: string) => text.toUpperCase();
const counters: Readonly<Record<string, (count: number) => string>> = {
  decimal: String,
  decimalZero: (count) => String(count).padStart(2, '0'),
  lowerLetter,
  upperLetter: (count) => upper(lowerLetter(count)),
  lowerRoman,
  upperRoman: (count) => upper(lowerRoman(count)),
};
const styles: Readonly<Record<string, ListMarker['style']>> = {
  lowerLetter: 'letter',
  upperLetter: 'letter',
  lowerRoman: 'roman',
  upperRoman: 'roman',
};

/** Word counts no further, and a hostile file must not make us write out a numeral of millions. */
const HIGHEST = 32_767;
const bounded = (count: number) => Math.min(Math.max(count, 0), HIGHEST);

function readLevel(element: XmlElement): Level {
  return {
    format: settingOf(element, 'w:numFmt') ?? 'decimal',
    text: settingOf(element, 'w:lvlText') ?? '',
    start: bounded(numberOf(settingOf(element, 'w:start')) ?? 1),
    restart: numberOf(settingOf(element, 'w:lvlRestart')) ?? null,
    legal: toggle(element, 'w:isLgl') === true,
  };
}

function readLevels(parent: XmlElement, into: Level[]): Level[] {
  for (const element of elements(parent)) {
    const at = numberOf(element.attributes['ilvl']);
    if (element.name === 'w:lvl' && at !== undefined && at >= 0 && at < 9) into[at] = readLevel(element);
  }
  return into;
}

function advance(list: List, level: number): void {
  const definition = list.levels[level];
  const { counts } = list;
  const started = list.starts.get(level);
  if (started !== undefined) {
    counts[level] = started;
    list.starts.delete(level);
  } else {
    counts[level] = bounded((counts[level] ?? (definition?.start ?? 1) - 1) + 1);
  }
  for (let deeper = level + 1; deeper < 9; deeper += 1) {
    const restart = list.levels[deeper]?.restart ?? null;
    // `w:lvlRestart` counts levels from 1; 0 says that nothing restarts it.
    if (restart === null || (restart > 0 && level < restart)) counts[deeper] = undefined;
  }
}

function markerOf(list: List, at: number): ListMarker | null {
  const level = list.levels[at];
  if (!level || level.format === 'none') return null;
  if (level.format === 'bullet') return bulletMarker(level.text.trim());
  const value = list.counts[at] ?? level.start;
  const numbers: string[] = [];
  const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const other = Number(digit) - 1;
    const definition = list.levels[other];
    const format = level.legal ? 'decimal' : (definition?.format ?? 'decimal');
    const shown = (counters[format] ?? String)(list.counts[other] ?? definition?.start ?? 1);
    numbers.push(shown);
    return shown;
  });
  if (text.trim() === '') return null;
  const style = level.legal ? 'decimal' : (styles[level.format] ?? 'decimal');
  const prefix =
    style === 'decimal'
      ? numbers
          .slice(0, -1)
          .map((number) => `${number}.`)
          .join('')
      : '';
  return { text: text.trim(), style, value, prefix };
}

export function readNumbering(root: XmlElement | null): Numbering {
  const abstracts = new Map<string, Abstract>();
  const byStyle = new Map<string, Abstract>();
  const instances = new Map<string, XmlElement>();
  for (const element of root ? elements(root) : []) {
    if (element.name === 'w:abstractNum') {
      const link = settingOf(element, 'w:numStyleLink');
      const abstract: Abstract = { levels: readLevels(element, []), counts: [], link };
      abstracts.set(element.attributes['abstractNumId'] ?? '', abstract);
      byStyle.set(settingOf(element, 'w:styleLink') ?? '', abstract);
    } else if (element.name === 'w:num') instances.set(element.attributes['numId'] ?? '', element);
  }
  const lists = new Map<string, List | null>();

  function listFor(numId: string): List | null {
    const known = lists.get(numId);
    if (known !== undefined) return known;
    const instance = instances.get(numId);
    const named = abstracts.get(settingOf(instance, 'w:abstractNumId') ?? '');
    const abstract = named?.link === undefined ? named : (byStyle.get(named.link) ?? named);
    if (!instance || !abstract) {
      lists.set(numId, null);
      return null;
    }
    const levels = [...abstract.levels];
    const starts = new Map<number, number>();
    for (const override of elements(instance)) {
      const at = numberOf(override.attributes['ilvl']);
      if (override.name !== 'w:lvlOverride' || at === undefined || at < 0 || at > 8) continue;
      const replaced = find(override, 'w:lvl');
      if (replaced) levels[at] = readLevel(replaced);
      const start = numberOf(settingOf(override, 'w:startOverride'));
      if (start !== undefined) starts.set(at, bounded(start));
    }
    const list = { levels, counts: abstract.counts, starts };
    lists.set(numId, list);
    return list;
  }

  return {
    next({ numId, level }) {
      const list = listFor(numId);
      if (!list || level < 0 || level > 8) return null;
      advance(list, level);
      return markerOf(list, level);
    },
  };
}
