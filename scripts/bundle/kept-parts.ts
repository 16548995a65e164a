/**
 * The parts of a Word file that say the same in every document which asks nothing of them, and the levels of lists, as
 * docx itself writes them: made when the bundle is built instead of at each export, where making and writing them took
 * more than a third of docx's time.
 */
import type { IPropertiesOptions } from 'docx';
import { definitionsOf, everyList } from '../../electron/library/export/docx/lists.ts';
import { replaced, swapped } from './replaced.ts';

/** Their texts by their paths in the package. */
export type Parts = ReadonlyMap<string, string | Uint8Array>;

interface Compiler {
  compile(document: object): Parts;
}

async function compiled(options: IPropertiesOptions): Promise<Parts> {
  const { Document, Packer } = await import('docx');
  return (Packer as unknown as { readonly compiler: Compiler }).compiler.compile(new Document(options));
}

/** What docx writes, for the bundle to keep. */
export interface Kept {
  /** Of a document that asks for nothing. */
  readonly parts: Parts;
  /** Of our lists, by what docx is asked for. */
  readonly levels: readonly (readonly [string, string])[];
}

let made: Promise<Kept> | undefined;

export function keptByBuild(): Promise<Kept> {
  made ??= Promise.all([compiled({ sections: [] }), writtenLevels()]).then(([parts, levels]) => ({
    parts,
    levels,
  }));
  return made;
}

const paths = {
  theme: 'word/theme/theme1.xml',
  app: 'docProps/app.xml',
  custom: 'docProps/custom.xml',
  fonts: 'word/fontTable.xml',
  fontRelationships: 'word/_rels/fontTable.xml.rels',
  settings: 'word/settings.xml',
  footnotes: 'word/footnotes.xml',
  endnotes: 'word/endnotes.xml',
} as const;

/** Where a document's part is made, and when it is the kept one instead. */
const sites: readonly (readonly [string, string])[] = [
  ['this.theme = new Theme(options.theme);', 'this.theme = leanKept.theme;'],
  ['this.appProperties = new AppProperties();', 'this.appProperties = leanKept.app;'],
  [
    'this.customProperties = new CustomProperties(',
    'this.customProperties = !options.customProperties?.length ? leanKept.custom : new CustomProperties(',
  ],
  [
    'this.footnotesWrapper = new FootnotesWrapper(',
    'this.footnotesWrapper = !options.footnotes ? { View: leanKept.footnotes, Relationships: new Relationships() } : new FootnotesWrapper(',
  ],
  [
    'this.endnotesWrapper = new EndnotesWrapper(',
    'this.endnotesWrapper = !options.endnotes ? { View: leanKept.endnotes, Relationships: new Relationships() } : new EndnotesWrapper(',
  ],
];
/** The same where what makes it goes over several lines: from the first words up to the last. */
const longSites: readonly (readonly [string, string, string])[] = [
  [
    'this.fontWrapper = new FontWrapper(',
    '\n\t\tthis.theme = ',
    'this.fontWrapper = { files: [], View: leanKept.fonts, Relationships: leanKept.fontRelationships };',
  ],
  ['this.settings = new Settings({', '\n\t\tthis.media = ', 'this.settings = leanKept.settings;'],
  // Ours is always put in its place (`export/docx/properties.ts`).
  [
    'this.coreProperties = new CoreProperties(',
    '\n\t\tthis.numbering = ',
    'this.coreProperties = leanText(" ");',
  ],
];

/** Where a level of a list is made; each of ours is the same in every document that has the list. */
const LEVEL = 'this.root.push(new Level(option));';
const level = 'this.root.push(leanLevel(option));';
const levelKept = `var leanLevel = (option) => {
	const kept = leanLevels.get(JSON.stringify(option));
	return kept === void 0 ? new Level(option) : { prepForXml: () => ({ leanKept: kept }) };
};`;

/** Every level of our lists: what docx is asked, and what it writes after the bullets of its own. */
async function writtenLevels(): Promise<[string, string][]> {
  const { config } = definitionsOf(everyList);
  const parts = await compiled({ numbering: { config }, sections: [] });
  const [, , ...written] = keptText(parts, 'word/numbering.xml').split('<w:abstractNum ');
  return config.flatMap(({ levels }, list) => {
    const texts = written[list]?.match(/<w:lvl .*?<\/w:lvl>/gsu) ?? [];
    if (texts.length !== levels.length) throw new Error('docx writes levels that were not asked for.');
    return levels.map((asked, at): [string, string] => [JSON.stringify(asked), texts[at] ?? '']);
  });
}

/** Within the lists: nine levels of bullets that every file has, and none of ours refers to. */
const BULLETS_BEGIN = '\n\t\tconst abstractNumbering = new AbstractNumbering(';
const BULLETS_END = '\n\t\tthis.concreteNumberingMap.set("default-bullet-numbering"';
const bullets =
  '\n\t\tconst abstractNumbering = { id: this.abstractNumUniqueNumericId(), prepForXml: () => ({ leanKept: leanBullets }) };';

/** @param lists the text of `word/numbering.xml` with the bullets alone. */
function bulletsIn(lists: string): string {
  const found = /<w:abstractNum .*<\/w:abstractNum>/su.exec(lists)?.[0];
  if (found === undefined) throw new Error('docx writes no bullets.');
  return found;
}

function keptText(parts: Parts, path: string): string {
  const part = parts.get(path);
  if (typeof part !== 'string') throw new Error(`docx writes no ${path}.`);
  return part;
}

/** docx with these in it. @throws Error where another version of docx is built in another way. */
export function keepParts(docx: string, { parts, levels }: Kept): string {
  let text = docx;
  for (const [theirs, ours] of sites) text = swapped(text, theirs, ours);
  for (const [begin, end, ours] of longSites) text = replaced(text, begin, end, ours);
  text = replaced(swapped(text, LEVEL, level), BULLETS_BEGIN, BULLETS_END, bullets);
  const bulletText = JSON.stringify(bulletsIn(keptText(parts, 'word/numbering.xml')));
  const kept = Object.entries(paths).map(
    ([name, path]) => `${name}: leanText(${JSON.stringify(keptText(parts, path))})`,
  );
  return [
    `var leanBullets = ${bulletText};`,
    `var leanLevels = new Map(${JSON.stringify(levels)});`,
    levelKept,
    'var leanText = (text) => ({ prepForXml: () => text });',
    `var leanKept = { ${kept.join(', ')} };`,
    text,
  ].join('\n');
}
