/** What our Word files never ask of docx, left out with all that only it needs: two fifths of docx's code. */
import { replaced, swapped } from './replaced.ts';

/** Options of a document that would need what is left out. */
const options = [
  'background',
  'bibliography',
  'compatabilityModeVersion',
  'compatibility',
  'defaultTabStop',
  'evenAndOddHeaderAndFooters',
  'externalStyles',
  'features',
  'fonts',
  'hyphenation',
  'macros',
  'pageNumbers',
  'protection',
  'theme',
];
const refusal = `for (const option of ${JSON.stringify(options)})
			if (options[option] !== void 0) throw new Error(\`The bundle has left out what docx needs for \${option}.\`);
		if (!options.styles?.importedStyles) throw new Error("The bundle has left out docx's own styles.");`;

const left: readonly (readonly [string, string])[] = [
  [
    '_defineProperty(this, "bibliography", void 0);',
    `_defineProperty(this, "bibliography", void 0);\n\t\t${refusal}`,
  ],
  ['if (options.macros !== void 0) {', 'if (false) {'],
  ['if (options.bibliography !== void 0) {', 'if (false) {'],
  ['if (options.externalStyles !== void 0) {', 'if (false) {'],
  // Thirty styles, where a document brings all of its own.
  ['importedStyles: Object.values(createDefaultStyles(options))', 'importedStyles: []'],
  ['if (options.background) this.root.push(new DocumentBackground(options.background));', ''],
  // Estimates of the pages on which things stand; Word counts them itself.
  [
    '\t\tfillTablesOfContents(xml, context, this.headingBookmarkIds, listNumbers && ((body) => listNumbers(body, context)));\n',
    '',
  ],
  ['_defineProperty(this, "headingBookmarkIds", new HeadingBookmarkIds());', ''],
  ['\t\tif (this.pageNumbers) {\n', '\t\tif (false) {\n'],
  // Not written at all where there is none.
  [
    'const commentXmlData = stringifyXmlable(',
    'const commentXmlData = file.Comments.IsEmpty ? "" : stringifyXmlable(',
  ],
  // Headers and footers: once for their pictures, and once to be written.
  [
    '= stringifyXmlable(this.formatter.format(headerWrapper.View,',
    '= headerWrapper.leanXml ??= stringifyXmlable(this.formatter.format(headerWrapper.View,',
  ],
  [
    '= stringifyXmlable(this.formatter.format(footerWrapper.View,',
    '= footerWrapper.leanXml ??= stringifyXmlable(this.formatter.format(footerWrapper.View,',
  ],
];

/** docx without it. @throws Error where another version of docx is built in another way. */
export function leaveOut(docx: string): string {
  let text = docx;
  for (const [theirs, ours] of left) text = swapped(text, theirs, ours);
  text = replaced(text, '\nvar fillPartPageNumbers = ', '\n// src/', '\nvar fillPartPageNumbers = () => {};');
  // Only its compiler is used.
  text = replaced(
    text,
    '\nvar Packer = class ',
    '\n_defineProperty(Packer, "compiler"',
    '\nvar Packer = class {};',
  );
  // What has no effect but its value, so that it goes where nobody uses it.
  return text
    .replace(
      /^(var [\w$]+ = )(?=function\(\) \{\n\tvar _ref\d* = _asyncToGenerator)/gmu,
      '$1/* @__PURE__ */ ',
    )
    .replace(/^(var [\w$]+ = )(?=new (?:Formatter|ImageReplacer)\(\);)/gmu, '$1/* @__PURE__ */ ');
}
