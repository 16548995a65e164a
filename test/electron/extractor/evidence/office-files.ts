/** Minimal files of office programs, written part by part. */
import { zip } from '../zip.ts';

const rels = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface SheetParts {
  readonly name: string;
  /** XML inside of `sheetData`. */
  readonly rows: string;
  readonly hidden?: boolean;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetParts[];
  /** Each string as XML inside of `si`. */
  readonly strings?: readonly string[];
  /** Number formats by the place in the list of cell styles; a number is one of the built-in ones. */
  readonly formats?: readonly (string | number)[];
  readonly from1904?: boolean;
  readonly core?: string;
  /** Before the first element of the strings. */
  readonly prologue?: string;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

export function xlsx({
  sheets,
  strings = [],
  formats = [],
  from1904,
  core = '',
  prologue = '',
}: WorkbookParts): Buffer {
  const own = formats.flatMap((format, at) =>
    typeof format === 'string' ? `<numFmt numFmtId="${164 + at}" formatCode="${escaped(format)}"/>` : [],
  );
  const styles = formats.map(
    (format, at) => `<xf numFmtId="${typeof format === 'string' ? 164 + at : format}"/>`,
  );
  const list = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="s${at}"${hidden ? ' state="hidden"' : ''}/>`,
  );
  const links = sheets.map(
    (_, at) => `<Relationship Id="s${at}" Type="${office}/worksheet" Target="worksheets/sheet${at}.xml"/>`,
  );
  return zip([
    {
      name: '[Content_Types].xml',
      data: '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns:r="${office}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', data: `<Relationships ${rels}>${links.join('')}</Relationships>` },
    {
      name: 'xl/sharedStrings.xml',
      data: `${prologue}<sst>${strings.map((xml) => `<si>${xml}</si>`).join('')}</sst>`,
    },
    {
      name: 'xl/styles.xml',
      data: `<styleSheet><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
    },
    { name: 'docProps/core.xml', data: `<cp:coreProperties>${core}</cp:coreProperties>` },
    ...sheets.map(({ rows }, at) => ({
      name: `xl/worksheets/sheet${at}.xml`,
      data: `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    })),
  ]);
}

export interface OdtParts {
  /** XML inside of `office:text`. */
  readonly body: string;
  readonly styles?: string;
  readonly automaticStyles?: string;
  readonly meta?: string;
  readonly manifest?: string;
  /** Before the first element of the text. */
  readonly prologue?: string;
}

export function odt({
  body,
  styles = '',
  automaticStyles = '',
  meta = '',
  manifest = '',
  prologue = '',
}: OdtParts): Buffer {
  return zip([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.text' },
    {
      name: 'content.xml',
      data: `${prologue}<office:document-content><office:automatic-styles>${automaticStyles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
    { name: 'styles.xml', data: `<office:document-styles>${styles}</office:document-styles>` },
    {
      name: 'meta.xml',
      data: `<office:document-meta><office:meta>${meta}</office:meta></office:document-meta>`,
    },
    { name: 'META-INF/manifest.xml', data: `<manifest:manifest>${manifest}</manifest:manifest>` },
  ]);
}
