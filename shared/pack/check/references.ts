/** References from one report to another item or page of the pack that lead nowhere. */
import { quote } from '../../checks/words.ts';
import type { CheckedPaper, PackContext, PackRule, PackRuleFinding } from './context.ts';
import type { Passage } from './lines.ts';

const number = String.raw`(\d{1,3}[A-Za-z]?(?:\.\d{1,2})?(?:\([a-z]{1,4}\)){0,2})(?![\p{L}\p{N}])`;
const itemReference = new RegExp(
  String.raw`\b(?:(reports?\s+(?:at|under|on|in|for)\s+)|(see\s+|see\s+also\s+))?(agenda\s+)?items?\s+(?:no\.?\s*|number\s+)?${number}`,
  'giu',
);
/** Words behind it by which it belongs to this agenda, where nothing before it says so. */
const ofThisAgenda =
  /^\s*(?:,\s*)?\(?(?:elsewhere\s+)?(?:on|of|in)\s+(?:this|today[’']s)\s+(?:agenda|pack|meeting)\b/iu;
/** Another meeting's, or a list's: "item 7 of the meeting of 3 May", "item 3 of the work programme". */
const ofAnother =
  /^\s*(?:,\s*)?\(?(?:(?:of|at|on|from|in|to)\s+(?:(?:the|its|their)\s+)?(?:(?:\p{L}+\s+){0,4}(?:meeting|minutes|committee|cabinet|board|council|panel|programme|plan|list|schedule|budget)\b(?!\s+agenda)|\d{1,2}(?:st|nd|rd|th)?\s+\p{Lu}|agenda\s+(?:of|for)\s+(?!this))|\d{1,2}(?:st|nd|rd|th)?\s+\p{Lu}\p{Ll}+\s+\d{4})/iu;

/** 6(a), 6a and 6.a are one. */
const plain = (printed: string) => printed.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Minutes speak of the agenda of the meeting that they are of. */
function isMinutes({ paper, item }: CheckedPaper): boolean {
  return /\bminutes\b/iu.test(`${paper.title} ${item.item.title}`);
}

interface Reference {
  readonly words: string;
  readonly number: string;
  readonly toReport: boolean;
}

function* itemReferences({ text }: Passage): Generator<Reference> {
  if (!/item/iu.test(text)) return;
  for (const match of text.matchAll(itemReference)) {
    const [words, report, see, agenda, item = ''] = match;
    const behind = text.slice(match.index + words.length, match.index + words.length + 90);
    if (ofAnother.test(behind)) continue;
    if (report === undefined && see === undefined && agenda === undefined && !ofThisAgenda.test(behind))
      continue;
    yield { words: words.trim(), number: item, toReport: report !== undefined };
  }
}

/** As a line of its own it is what the paper calls itself. */
const ownNumber = new RegExp(String.raw`^\s*agenda\s+item\s*(?:no\.?|number)?\s*:?\s*${number}\s*$`, 'iu');
/** Lines at the head of a paper in which it may stand. */
const HEAD = 20;

export const itemNumberDiffers: PackRule = {
  name: 'item-number-differs',
  *check({ papers }) {
    for (const at of papers) {
      if (isMinutes(at)) continue;
      for (const { text, page, blockId } of at.lines.slice(0, HEAD)) {
        const said = ownNumber.exec(text)?.[1];
        if (said === undefined) continue;
        if (plain(said) !== plain(at.item.number)) {
          const message = `The paper calls itself agenda item ${said}; it stands at item ${at.item.number}. Correct the number, or move the paper.`;
          yield { severity: 'warning', at, pages: page === null ? [] : [page], blockId, message };
        }
        break;
      }
    }
  },
};

export const itemReferenceBroken: PackRule = {
  name: 'item-reference-broken',
  *check({ papers, items }: PackContext) {
    const known = new Map(items.map((item) => [plain(item.number), item]));
    for (const at of papers) {
      if (isMinutes(at)) continue;
      const told = new Set<string>();
      const own = new Set(at.lines.slice(0, HEAD).flatMap(({ text }) => ownNumber.exec(text)?.[1] ?? []));
      for (const passage of at.passages) {
        for (const { words, number: said, toReport } of itemReferences(passage)) {
          const item = known.get(plain(said));
          const fault = item
            ? toReport && item.papers.length === 0 && item.below === 0
              ? `but item ${item.number}, ${quote(item.item.title)}, has no report`
              : null
            : 'and the agenda has no such item';
          // What stands at the head is told as the number that the paper bears.
          if (fault === null || told.has(plain(said)) || own.has(said)) continue;
          told.add(plain(said));
          yield found(at, passage, `The paper says ${quote(words)}, ${fault}. Correct the number.`);
        }
      }
    }
  },
};

const ofPack = String.raw`(?:agenda(?:\s+(?:pack|papers|document|front\s*sheet))?|(?:agenda\s+|meeting\s+|document\s+)?pack)`;
const pageReference = new RegExp(
  String.raw`\b(?:pages?\s+(\d{1,5})(?:\s*(?:-|–|to|and)\s*(\d{1,5}))?\s+(?:of|in)\s+(?:this|the|today[’']s)\s+${ofPack}\b(?!\s+(?:of|for)\b)|(?:agenda|pack)\s+pages?\s+(\d{1,5})(?:\s*(?:-|–|to|and)\s*(\d{1,5}))?)`,
  'giu',
);

export const pageReferenceBroken: PackRule = {
  name: 'page-reference-broken',
  *check({ papers, meeting, lastNumber }) {
    if (lastNumber === null) return;
    const first = meeting.layout.firstNumber;
    for (const at of papers) {
      if (isMinutes(at)) continue;
      const told = new Set<string>();
      for (const passage of at.passages) {
        if (!/page/iu.test(passage.text)) continue;
        for (const [words, ...numbers] of passage.text.matchAll(pageReference)) {
          const outside = numbers
            .filter((page) => page !== undefined)
            .map(Number)
            .some((page) => page < first || page > lastNumber);
          if (!outside || told.has(plain(words))) continue;
          told.add(plain(words));
          yield found(
            at,
            passage,
            `The paper says ${quote(words)}, and the pack has pages ${first} to ${lastNumber}. Correct the page.`,
          );
        }
      }
    }
  },
};

function found(at: CheckedPaper, { page, blockId }: Passage, message: string): PackRuleFinding {
  return { severity: 'warning', at, pages: page === null ? [] : [page], blockId, message };
}
