/**
 * Numbers of a workbook as it shows them (ECMA-376 part 1, 18.8.31): dates, per cent, thousands, currencies. What is
 * shown as a fraction or a power of ten is given as the plain number.
 */

/** Those that a workbook does not spell out, as British Office shows them. */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '£#,##0;-£#,##0',
  6: '£#,##0;-£#,##0',
  7: '£#,##0.00;-£#,##0.00',
  8: '£#,##0.00;-£#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy h:mm',
  37: '#,##0;(#,##0)',
  38: '#,##0;(#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;(#,##0.00)',
  41: '#,##0;-#,##0',
  42: '£#,##0;-£#,##0',
  43: '#,##0.00;-#,##0.00',
  44: '£#,##0.00;-£#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
};

export function builtInFormat(id: number): string {
  return builtIn[id] ?? 'General';
}

type Token = { readonly type: 'literal' | 'code'; readonly text: string };

const pieces =
  /"([^"]*)"|\\(.)|\[(h+|m+|s+)\]|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|_.|\*.|(AM\/PM|A\/P|General|[yYdDhHsSeE]+|[mM]+|[#0?.,%/@]+|[+-])|(.)/g;

function tokens(section: string): Token[] {
  const found: Token[] = [];
  for (const match of section.matchAll(pieces)) {
    const [whole, quoted, escaped, elapsed, currency, code, other] = match;
    const literal = quoted ?? escaped ?? currency ?? other;
    if (literal !== undefined) found.push({ type: 'literal', text: literal });
    else if (elapsed !== undefined) found.push({ type: 'code', text: whole.toLowerCase() });
    else if (code === '+' || code === '-') found.push({ type: 'literal', text: code });
    else if (code !== undefined) found.push({ type: 'code', text: code });
  }
  return found;
}

const isDateCode = ({ type, text }: Token) => type === 'code' && /^(?:[yYdDhHsSmM]+|\[[hms]+\])$/.test(text);

/** As Excel shows a number that nobody has given a format: without the noise of binary fractions. */
function general(value: number): string {
  return String(Number(value.toPrecision(12)));
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

interface Mask {
  readonly percent: boolean;
  readonly thousands: boolean;
  readonly decimals: number;
  readonly optionalDecimals: number;
  readonly wholeDigits: number;
  readonly scale: number;
}

function maskOf(code: string, percent: boolean): Mask {
  const number = code.replaceAll('%', '');
  const [whole = '', fraction = ''] = number.split('.', 2);
  const scale = /[#0?](,+)$/.exec(number)?.[1]?.length ?? 0;
  const digits = whole.replace(/,+$/, '');
  return {
    percent,
    thousands: digits.includes(','),
    decimals: (fraction.match(/0/g) ?? []).length,
    optionalDecimals: (fraction.match(/[#?]/g) ?? []).length,
    wholeDigits: (digits.match(/0/g) ?? []).length,
    scale: 1000 ** scale,
  };
}

function rounded(value: number, decimals: number): string {
  const shifted = Number(`${value}e${decimals}`);
  return Number.isNaN(shifted)
    ? value.toFixed(decimals)
    : Number(`${Math.round(shifted)}e-${decimals}`).toFixed(decimals);
}

function masked(value: number, mask: Mask): string {
  const shown = (Math.abs(value) / mask.scale) * (mask.percent ? 100 : 1);
  // Binary fractions are rounded as people round them: 1.005 is not 1.00499….
  const most = Math.min(mask.decimals + mask.optionalDecimals, 20);
  const fixed = rounded(Number(shown.toPrecision(15)), most);
  const [whole = '0', fraction = ''] = fixed.split('.', 2);
  let kept = fraction;
  while (kept.length > mask.decimals && kept.endsWith('0')) kept = kept.slice(0, -1);
  const padded = mask.wholeDigits === 0 && whole === '0' ? '' : whole.padStart(mask.wholeDigits, '0');
  return `${mask.thousands ? grouped(padded) : padded}${kept === '' ? '' : `.${kept}`}`;
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const pad = (number: number) => String(number).padStart(2, '0');

/** The day of a serial number: 1 is 1 January 1900, and 29 February 1900, which never was, is counted. */
function dayOf(serial: number, from1904: boolean): Date {
  const shifted = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  return new Date(Math.round((shifted - 25_569) * 86_400) * 1000);
}

function shownDate(value: number, section: readonly Token[], from1904: boolean): string {
  const date = dayOf(value, from1904);
  const twelve = section.some(({ text }) => /^(?:AM\/PM|A\/P)$/.test(text));
  const hours = date.getUTCHours();
  const isMinutes = (at: number) => {
    const before = section.slice(0, at).findLast(isDateCode)?.text ?? '';
    const after = section.slice(at + 1).find(isDateCode)?.text ?? '';
    return /h/i.test(before) || /^\[?s/i.test(after);
  };
  const shown = (token: Token, at: number): string => {
    if (token.type === 'literal') return token.text;
    const code = token.text.toLowerCase();
    const month = months[date.getUTCMonth()] ?? '';
    const day = days[date.getUTCDay()] ?? '';
    if (code.startsWith('y'))
      return code.length > 2 ? String(date.getUTCFullYear()) : pad(date.getUTCFullYear() % 100);
    if (code === '[h]' || code === '[hh]') return String(Math.floor(value * 24 + 1e-9));
    if (code === '[m]' || code === '[mm]') return String(Math.floor(value * 1440 + 1e-9));
    if (code.startsWith('m') && isMinutes(at))
      return code.length > 1 ? pad(date.getUTCMinutes()) : String(date.getUTCMinutes());
    if (code.startsWith('m')) {
      if (code.length >= 4) return month;
      if (code.length === 3) return month.slice(0, 3);
      return code.length === 2 ? pad(date.getUTCMonth() + 1) : String(date.getUTCMonth() + 1);
    }
    if (code.startsWith('d')) {
      if (code.length >= 4) return day;
      if (code.length === 3) return day.slice(0, 3);
      return code.length === 2 ? pad(date.getUTCDate()) : String(date.getUTCDate());
    }
    if (code.startsWith('h')) {
      const hour = twelve ? hours % 12 || 12 : hours;
      return code.length > 1 ? pad(hour) : String(hour);
    }
    if (code.startsWith('s'))
      return code.length > 1 ? pad(date.getUTCSeconds()) : String(date.getUTCSeconds());
    if (code === 'am/pm' || code === 'a/p') return hours < 12 ? 'am' : 'pm';
    // Thousandths of a second behind the seconds are left out.
    return /^[#0?.,]+$/.test(code) && !/^[.,/]$/.test(code) ? '' : code;
  };
  return section.map(shown).join('');
}

/** The sections of a format, parted by semicolons outside of quotation marks. */
function sections(format: string): string[] {
  return (format.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+|(?<=;)(?=;|$)/g) ?? [format]).slice(0, 4);
}

/**
 * @param format a code such as `#,##0.00;[Red]-#,##0.00`. @param from1904 how the workbook counts days.
 * @returns what a reader of the workbook sees, without padding.
 */
export function shownNumber(value: number, format: string, from1904: boolean): string {
  if (!Number.isFinite(value)) return String(value);
  const all = sections(format);
  const at = value < 0 && all.length > 1 ? 1 : value === 0 && all.length > 2 ? 2 : 0;
  const section = tokens(all[at] ?? '');
  // A negative number shown by its own section has its sign there, or none.
  const sign = value < 0 && at === 0 ? '-' : '';
  if (section.some(isDateCode))
    return value < 0 ? general(value) : shownDate(value, section, from1904).trim();
  const digits = section.filter(({ type, text }) => type === 'code' && /[#0?]/.test(text));
  const odd = section.some(({ type, text }) => type === 'code' && /^(?:General|@)$|[eE/]/.test(text));
  if (odd || digits.length > 1) return general(value);
  if (digits.length === 0) {
    const words = section
      .map(({ text }) => text)
      .join('')
      .trim();
    return words === '' && all.length === 1 ? general(value) : words;
  }
  const percent = section.some(({ type, text }) => type === 'code' && text.includes('%'));
  const shown = section.map((token) => {
    if (token.type === 'literal') return token.text;
    if (token !== digits[0]) return token.text === '%' ? '%' : '';
    return `${masked(value, maskOf(token.text, percent))}${token.text.includes('%') ? '%' : ''}`;
  });
  return `${sign}${shown.join('').trim()}`;
}
