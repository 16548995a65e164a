/**
 * docx as the bundle takes it: the same Word files, byte for byte (`lean-docx.test.ts`), in less time.
 * - Without the zip library that its build has in it, which works out its tables as it is loaded (a quarter of loading
 *   docx) and which we do not use (`export/docx/zip.ts`), and without all that only its other entry points need.
 * - With the language's own assignment in place of the helpers that older engines need, which made a third of every Word
 *   file's time.
 * - With what nobody asked anything of (`kept-parts.ts`), and in one step from its objects to text.
 */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { type Kept, keepParts, keptByBuild } from './kept-parts.ts';
import { replaced, swapped } from './replaced.ts';
import { leaveOut } from './unasked.ts';

const ZIP_BEGINS = '\n// node_modules/fflate/esm/browser.js\n';
const ZIP_ENDS = '\n// src/util/zip.ts\n';
const noZip = `
function zipSync() { throw new Error('Packages are written by zip.ts.'); }
function unzipSync() { throw new Error('Packages are read by the extractor.'); }
`;

/** Helpers of the transpiler by their first lines, and what does the same to keys that are words and fields that are plain. */
const helpers: readonly (readonly [string, string])[] = [
  ['function _defineProperty(e, r, t) {', 'function _defineProperty(e, r, t) { e[r] = t; return e; }'],
  [
    'function _objectSpread2(e) {',
    'function _objectSpread2(e, ...more) { return Object.assign(e, ...more); }',
  ],
];

/** Fields of `this` without the helper; the names of attributes made once, not for every element. */
function plainFields(docx: string): string {
  let names = 0;
  const field = /_defineProperty\(\s*this,\s*(?:\/\*\*(?:[^*]|\*(?!\/))*\*\/\s*)?"(\w+)",\s*/gu;
  const text = docx.replace(field, (_, name: string) =>
    name === 'xmlKeys' ? `(this.xmlKeys = leanNames[${names++}] ??= ` : `(this.${name} = `,
  );
  return `var leanNames = [];\n${text}`;
}

const WRITER_BEGINS = '\nvar resolve = (data, indent, depth) => {';
const WRITER_ENDS = '\nvar stringifyAttributes = ';
/** As docx does it, its quirks too, but without an object for each element, and without indenting, which nobody asks for. */
const writer = String.raw`
var leanSpecial = /[&"'<>\x00-\x08\x0B\x0C\x0E-\x1F]/;
var leanEscaped = (value) => typeof value === "string" && leanSpecial.test(value) ? escapeAll(value) : value;
var leanAttributes = (attributes) => {
  let text = "";
  for (const key of Object.keys(attributes)) text += " " + key + '="' + leanEscaped(attributes[key]) + '"';
  return text;
};
var leanElement = (data) => {
  const name = Object.keys(data)[0];
  const values = name === void 0 ? void 0 : data[name];
  if (name === "leanKept") return values;
  const content = [];
  let attributes = "";
  if (typeof values !== "object") content.push(leanEscaped(values));
  else if (Array.isArray(values)) {
    let hasText = false;
    content.push("");
    for (const value of values)
      if (typeof value !== "object") {
        content.pop();
        hasText = true;
        content.push(leanEscaped(value));
      } else if (Object.keys(value)[0] === "_attr") attributes += leanAttributes(value._attr);
      else content.push(leanElement(value));
    if (!hasText) content.push("");
  } else if (values !== null) {
    if (values._attr) attributes = leanAttributes(values._attr);
    if (values._cdata) throw new Error("Nothing of ours is written as CDATA.");
  }
  const open = name ? "<" + name + attributes : attributes;
  if (content.length === 0) return open + "/>";
  return open + (name ? ">" : "") + content.join("") + (name ? "</" + name + ">" : "");
};
var stringifyXmlable = (input, { declaration } = {}) => {
  if (typeof input === "string") return input;
  const standalone = declaration?.standalone ? ' standalone="' + declaration.standalone + '"' : "";
  const head = declaration === void 0 ? "" : '<?xml version="1.0" encoding="' + (declaration.encoding || "UTF-8") + '"' + standalone + "?>";
  return head + (Array.isArray(input) ? input.map(leanElement).join("") : leanElement(input));
};
`;

/** What every element goes through, as loops: a function called for each child costs most where it has not been called before. */
const loops: readonly (readonly [string, string])[] = [
  [
    'var isXmlComponent = (value) => value instanceof BaseXmlComponent || typeof value === "object"',
    'var isXmlComponent = (value) => typeof value === "object"',
  ],
  [
    `Object.entries(this.root).forEach(([key, value]) => {
			if (value !== void 0) {
				const newKey = this.xmlKeys && this.xmlKeys[key] || key;
				attrs[newKey] = value;
			}
		});`,
    `const keys = this.xmlKeys;
		for (const key of Object.keys(this.root)) {
			const value = this.root[key];
			if (value !== void 0) attrs[keys && keys[key] || key] = value;
		}`,
  ],
  // A class of all letters, which only the names of counters of captions are tried with.
  [
    String.raw`var IDENTIFIER = new RegExp("^\\p{L}[\\p{L}\\p{N}_]*$", "u");`,
    String.raw`var IDENTIFIER = { test: (name) => new RegExp("^\\p{L}[\\p{L}\\p{N}_]*$", "u").test(name) };`,
  ],
  [
    `const children = this.root.flatMap((comp) => {
			if (isXmlComponent(comp)) {
				const parts = comp.writtenAs;
				return parts ? parts.map((part) => part.prepForXml(context)) : comp.prepForXml(context);
			}
			return comp;
		}).filter((comp) => comp !== void 0);`,
    `const children = [];
		for (const comp of this.root) {
			const isComponent = isXmlComponent(comp);
			const parts = isComponent ? comp.writtenAs : void 0;
			const made = parts ? parts.map((part) => part.prepForXml(context)) : isComponent ? comp.prepForXml(context) : comp;
			if (Array.isArray(made)) children.push(...made.filter((one) => one !== void 0));
			else if (made !== void 0) children.push(made);
		}`,
  ],
  [
    `return { _attr: Object.values(this.root).filter(({ value }) => value !== void 0).reduce((acc, { key, value }) => _objectSpread2(_objectSpread2({}, acc), {}, { [key]: value }), {}) };`,
    `const attrs = {};
		for (const { key, value } of Object.values(this.root)) if (value !== void 0) attrs[key] = value;
		return { _attr: attrs };`,
  ],
];

/** @throws Error where another version of docx is built in another way. */
export function lean(docx: string, kept: Kept): string {
  let text = replaced(docx, ZIP_BEGINS, ZIP_ENDS, noZip);
  for (const [begin, helper] of helpers)
    text = replaced(text, begin, '\n}\n', helper).replace(`${helper}\n}\n`, `${helper}\n`);
  text = replaced(text, WRITER_BEGINS, WRITER_ENDS, writer);
  for (const [ours, theirs] of loops) text = swapped(text, ours, theirs);
  return plainFields(keepParts(leaveOut(text), kept));
}

export const leanDocx: Plugin = {
  name: 'lean-docx',
  setup({ onLoad }) {
    onLoad({ filter: /node_modules[\\/]docx[\\/]dist[\\/]index\.mjs$/ }, async ({ path }) => ({
      contents: lean(await readFile(path, 'utf8'), await keptByBuild()),
    }));
  },
};
