/** What a supplied file would do or carry as a whole, all of which stays behind, and what is said of it. */
import { PDFDict, type PDFObject } from 'pdf-lib';
import type { AssemblyNotice } from '../../../shared/pack/assembly.ts';
import { arrayAt, dictAt, entryOf, isText, key, resolve, textAt, textOf } from '../objects/look.ts';
import type { Source } from '../objects/open-source.ts';
import { removalsOf } from './actions.ts';

type Say = (kind: AssemblyNotice['kind'], detail: string) => void;

const DEEPEST = 32;
const MOST = 10_000;

export function tellHazards(source: Source, say: Say): void {
  const { context, catalog } = source;
  if (source.resaved === 'encrypted') say('securityRemoved', '');
  if (source.resaved === 'damaged') say('repaired', '');
  const names = dictAt(catalog, 'Names');
  if (names?.has(key('JavaScript'))) say('javascriptRemoved', 'document');
  for (const { why, detail } of removalsOf(entryOf(catalog, 'OpenAction'))) say(why, detail);
  tellActions(dictAt(catalog, 'AA'), say);
  const attached = attachedFiles(source, names);
  const portfolio = catalog.has(key('Collection'));
  if (attached.length > 0 || portfolio || catalog.has(key('AF'))) {
    say(
      'attachmentsRemoved',
      portfolio ? `portfolio${attached.length > 0 ? ': ' : ''}${attached.join(', ')}` : attached.join(', '),
    );
  }
  if (names?.has(key('Renditions'))) say('mediaRemoved', 'Rendition');
  const form = dictAt(catalog, 'AcroForm');
  if (form?.has(key('XFA')))
    say(
      'xfaRemoved',
      resolve(context, catalog.get(key('NeedsRendering')))?.toString() === 'true' ? 'dynamic' : '',
    );
}

/** Additional actions, of the document, a page or a field (ISO 32000-1, 12.6.3). */
export function tellActions(actions: PDFDict | undefined, say: Say): void {
  if (!actions) return;
  for (const value of actions.values()) {
    for (const { why, detail } of removalsOf(resolve(actions.context, value))) say(why, detail);
  }
}

function attachedFiles({ context }: Source, names: PDFDict | undefined): string[] {
  const found: string[] = [];
  const seen = new Set<PDFDict>();
  const visit = (object: PDFObject | undefined, depth: number) => {
    const node = resolve(context, object);
    if (!(node instanceof PDFDict) || seen.has(node) || depth > DEEPEST || found.length > MOST) return;
    seen.add(node);
    const entries = arrayAt(node, 'Names')?.asArray() ?? [];
    for (let at = 0; at + 1 < entries.length; at += 2) {
      const name = resolve(context, entries[at]);
      const specification = resolve(context, entries[at + 1]);
      const said =
        specification instanceof PDFDict
          ? (textAt(specification, 'UF') ?? textAt(specification, 'F'))
          : undefined;
      found.push(said ?? (isText(name) ? textOf(name) : 'a file without a name'));
    }
    for (const kid of arrayAt(node, 'Kids')?.asArray() ?? []) visit(kid, depth + 1);
  };
  visit(names?.get(key('EmbeddedFiles')), 0);
  return found;
}
