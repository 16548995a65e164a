/** What counts as an acronym, and what counts as having explained one. */

/**
 * Known to every reader. GOV.UK style: "If the acronym is well known, like UK, DVLA, US, EU, VAT and MP, you do not
 * need to explain it." Markings and words that only look like acronyms stand here too.
 */
const wellKnown = new Set(
  (
    'AD AM ATM BBC BC BST CCTV CD COVID CV DIY DNA DVD DVLA EU EEA FAQ FAQS GB GCSE GCSES GDP GMT GP GPS HIV HM HTML HTTP HTTPS ' +
    'ID IQ IT ITV KC LED MBE MP MPS NATO NB NHS OBE CBE OK PA PC PDF PHD PIN PM PS QC RSVP SMS SOS TV UK UN URL USA US USB VAT VIP WC ' +
    'NI ISBN BA BSC MA MSC CSV OFFICIAL SENSITIVE SECRET TOP TBC TBD TBA ' +
    // Laws and judgments are cited so.
    'SI EWCA EWHC UKHL UKPC UKSC UKUT'
  ).split(' '),
);
/** Ordinary words people set in capitals to be heard. */
const shouted = new Set(
  'AGREED ALL AND ANY ARE AS AT BE BUT BY CAN DO DONT FOR FROM HAS HAVE IF IN IS IT KEY MAY MORE MUST NEVER NEW NO NOT NOTE NOTED NOW OF OFF ON ONE ONLY OR OUR OUT PER RESOLVE SHALL SO STOP THAT THE THEN THEY THIS TO TWO URGENT US WAS WE WHEN WHO WHY WILL WITH YES YOU YOUR'.split(
    ' ',
  ),
);
const units = new Set(['GB', 'GW', 'GWH', 'KB', 'KM', 'KW', 'KWH', 'MB', 'ML', 'MM', 'MW', 'MWH', 'TB']);

/** An acronym as used: `LAs` is `LA` in the plural, `SINS` is itself. */
export interface Use {
  readonly written: string;
  readonly acronym: string;
  readonly at: number;
}

// `DfE`, `MoJ`, `DLUHC`, `LAs`; not `McAllister`, `ST16`, `and/or` or the parts of an address.
const token =
  /(?<![\p{L}\p{N}&@#_.’'])([A-Z](?:[A-Z]|[a-z]{1,2}(?=[A-Z]))*[A-Z])(s)?(?![\p{L}\p{N}&@_]|\/\d)/gu;
const nameBefore = /\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Sir|Lord|Lady|Prof|Professor|Baroness)\.?\s+$/u;

function isAcronym(written: string, before: string): boolean {
  const capitals = written.toUpperCase();
  if (capitals.length > 7 || wellKnown.has(capitals)) return false;
  if (written === capitals && (shouted.has(capitals) || /^[IVX]+$/u.test(capitals))) return false;
  if (/^X+$/u.test(capitals)) return false;
  if (units.has(capitals) && /\d\s?$/u.test(before)) return false;
  return !nameBefore.test(before);
}

/** Three words in capitals side by side (`NOT FOR PUBLICATION`), or two long ones, are shouted: blanked. */
function withoutShouting(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}])[A-Z]{1,20}(?:[ -][A-Z]{1,20}){1,30}(?![\p{L}\p{N}])/gu, (run) => {
    const words = run.split(/[ -]/u);
    const loud = words.filter((word) => word.length > 4 || shouted.has(word)).length;
    return loud >= Math.min(2, words.length - 1) && loud * 2 >= words.length ? ' '.repeat(run.length) : run;
  });
}

/** Numbers of files and applications: `22/01147/FUL`. */
const reference = /(?<![\p{L}\p{N}])[A-Z\d]{1,12}(?:\/[A-Z\d]{1,12}){1,5}(?![\p{L}\p{N}])/gu;

/** @param prose without addresses (`withoutAddresses`). */
export function acronymsIn(prose: string): Use[] {
  if (!/[A-Z]{2}|[A-Z][a-z]{1,2}[A-Z]/.test(prose)) return [];
  const text = withoutShouting(prose).replace(reference, (code) =>
    /\d/.test(code) ? ' '.repeat(code.length) : code,
  );
  const found: Use[] = [];
  for (const match of text.matchAll(token)) {
    const [written, acronym = ''] = match;
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    if (isAcronym(acronym, before)) found.push({ written, acronym, at: match.index });
  }
  return found;
}

/** Mostly capitals: a shouted title, whose words are not acronyms. */
export function isShouted(text: string): boolean {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  return capitals > small;
}

/**
 * Whether the end of `words` spells `acronym`: Schwartz and Hearst's algorithm ("A simple algorithm for identifying
 * abbreviation definitions in biomedical text", 2003). Letters are looked for from the last to the first; the first
 * must start a word.
 */
export function spells(words: string, acronym: string): boolean {
  const window = words.split(/[\s-]+/u).slice(-Math.min(acronym.length + 5, acronym.length * 2));
  const long = window.join(' ').toLowerCase();
  let at = long.length - 1;
  for (let letter = acronym.length - 1; letter >= 0; letter -= 1) {
    const wanted = (acronym[letter] ?? '').toLowerCase();
    const startsWord = () => at === 0 || !/[\p{L}\p{N}]/u.test(long[at - 1] ?? '');
    while (at >= 0 && (long[at] !== wanted || (letter === 0 && !startsWord()))) at -= 1;
    if (at < 0) return false;
    at -= 1;
  }
  return true;
}

const longest = 240;

/** Acronyms that this text explains: `Serious Incident Notifications (SIN)` or `SIN (Serious Incident Notification)`. */
export function explainedIn(text: string): Set<string> {
  const explained = new Set<string>();
  if (!text.includes('(')) return explained;
  for (const match of text.matchAll(/\((?:the |or )?["“‘']?([^()\n"”’']{2,200})["”’']?\)/gu)) {
    const [, inside = ''] = match;
    const before = text.slice(Math.max(0, match.index - longest), match.index).trim();
    // Inside brackets no capital word is shouting or well known: it is being introduced.
    const short = /^([A-Z][A-Za-z]{0,6}[A-Z]|[A-Z]{2,10})s?$/u.exec(inside.trim())?.[1];
    if (short) {
      if (spells(before, short)) explained.add(short);
      continue;
    }
    const used = /(?<![\p{L}\p{N}])([A-Z][A-Za-z]{0,6}[A-Z]|[A-Z]{2,10})s?$/u.exec(before)?.[1];
    if (used && inside.includes(' ') && spells(inside, used)) explained.add(used);
  }
  return explained;
}
