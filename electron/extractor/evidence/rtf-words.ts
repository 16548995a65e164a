/** Words of the Rich Text Format that stand for text, lead to text, or have none. */

export const characters: Readonly<Record<string, string>> = {
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  '~': ' ',
  _: '-',
  tab: '\t',
  line: '\n',
  lbr: '\n',
};

/** Groups without words of the text. Those that begin with `\*` are left out unless they are among `entered`. */
export const dropped: ReadonlySet<string> = new Set([
  'fonttbl',
  'colortbl',
  'stylesheet',
  'info',
  'pict',
  'fldinst',
  'bkmkstart',
  'bkmkend',
  'xe',
  'tc',
  'rxe',
  'txe',
  'nonshppict',
  'sp',
  'themedata',
  'colorschememapping',
  'datastore',
  'latentstyles',
  'listtable',
  'listoverridetable',
  'revtbl',
  'rsidtbl',
  'filetbl',
  'objdata',
  'objclass',
  'atnid',
  'atnauthor',
  'atndate',
  'atnref',
  'ftnsep',
  'ftnsepc',
  'aftnsep',
  'aftnsepc',
]);

export const entered: ReadonlySet<string> = new Set([
  'shpinst',
  'shptxt',
  'annotation',
  'footnote',
  'txfieldtext',
]);

export const headers: ReadonlySet<string> = new Set([
  'header',
  'headerl',
  'headerr',
  'headerf',
  'footer',
  'footerl',
  'footerr',
  'footerf',
]);

/** Character sets of fonts, as the names that TextDecoder knows. */
export const charsets: Readonly<Record<number, string>> = {
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
};

const codePages: Readonly<Record<number, string>> = {
  866: 'ibm866',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
};

export function codePage(number: number): string {
  return (
    codePages[number] ??
    (number === 874 || (number >= 1250 && number <= 1258) ? `windows-${number}` : 'windows-1252')
  );
}
