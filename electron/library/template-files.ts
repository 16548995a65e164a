/** Templates as files: those of the product, and those in the folder `templates` of a library. */
import { readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { DespatchError } from '../../shared/contract/errors.ts';
import type { Mint } from '../../shared/document/build.ts';
import type { DespatchDocument, DocumentKind } from '../../shared/document/schema.ts';
import { instantiate } from '../../shared/templates/instantiate.ts';
import { parseTemplate } from '../../shared/templates/parse.ts';
import { plainTemplates } from '../../shared/templates/plain.ts';
import { MAX_TEMPLATE_BYTES, TEMPLATE_SUFFIX, type Template } from '../../shared/templates/schema.ts';
import { resourcesFolder } from '../paths.ts';
import { makeFolder } from './db/make-folder.ts';
import { writeTarget } from './export/target.ts';

export interface FoundTemplate {
  readonly template: Template;
  /** Name of its file in the library's folder; null for one of the product. */
  readonly file: string | null;
}

export interface FoundTemplates {
  readonly templates: readonly FoundTemplate[];
  readonly broken: readonly { readonly file: string; readonly reason: string }[];
}

/** @throws DespatchError `template.invalid` naming the file and why. */
export function readTemplate(file: string): Template {
  const name = path.basename(file);
  return parseTemplate(textOf(file, name), name);
}

function textOf(file: string, name: string): string {
  const refuse = (reason: string, cause?: unknown) =>
    new DespatchError('template.invalid', { file: name, reason }, { cause });
  let bytes: Uint8Array;
  try {
    const found = statSync(file);
    // A pipe or a device would be waited for, or never end.
    if (!found.isFile()) throw refuse('it is a folder or a device, not a file');
    if (found.size > MAX_TEMPLATE_BYTES) throw refuse('it is larger than 2 MB');
    bytes = readFileSync(file);
  } catch (thrown) {
    if (thrown instanceof DespatchError) throw thrown;
    throw refuse((thrown as NodeJS.ErrnoException).code ?? 'it cannot be read', thrown);
  }
  try {
    // Takes the mark away that Windows' own editor puts in front.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (thrown) {
    throw refuse('it is not text in UTF-8', thrown);
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(TEMPLATE_SUFFIX))
      .sort();
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw thrown;
  }
}

const shippedFolder = () => path.join(resourcesFolder(), 'document-templates');

/** The templates that Despatch brings, by name. @throws DespatchError `template.invalid` for a broken installation. */
export function shippedTemplates(): FoundTemplate[] {
  const folder = shippedFolder();
  return namesIn(folder).map((name) => ({ template: readTemplate(path.join(folder, name)), file: null }));
}

/** A new document of a kind, ready to write in: every part, and no guidance. */
export function plainDocument(kind: DocumentKind, mint: Mint): DespatchDocument {
  const file = `${plainTemplates[kind]}${TEMPLATE_SUFFIX}`;
  return instantiate(readTemplate(path.join(shippedFolder(), file)), mint, { guidance: false });
}

/**
 * All templates; a file that is none is listed with its reason and stops no other.
 * @param folder of the templates of a library; may be missing.
 */
export function findTemplates(folder: string): FoundTemplates {
  const templates = shippedTemplates();
  const broken: { file: string; reason: string }[] = [];
  for (const file of namesIn(folder)) {
    try {
      const template = readTemplate(path.join(folder, file));
      const twin = templates.find((one) => one.template.id === template.id);
      if (twin) {
        const other = twin.file === null ? 'a template of Despatch' : `“${twin.file}”`;
        broken.push({ file, reason: `${other} has the same id, ${template.id}` });
      } else templates.push({ template, file });
    } catch (thrown) {
      if (!(thrown instanceof DespatchError)) throw thrown;
      broken.push({ file, reason: String(thrown.details['reason']) });
    }
  }
  return { templates, broken };
}

/** Changes whenever a file of the library's folder of templates does. */
export function templatesStamp(folder: string): string {
  return namesIn(folder)
    .map((name) => {
      const found = statSync(path.join(folder, name), { throwIfNoEntry: false });
      return `${name} ${found?.mtimeMs} ${found?.size}`;
    })
    .join('\n');
}

/** The folder of a library's own templates. */
export function templatesFolder(library: string): string {
  return path.join(library, 'templates');
}

/** Writes a template under a name that no other has. @returns the name. */
export async function keepTemplate(folder: string, template: Template): Promise<string> {
  makeFolder(folder, 0o700);
  const taken = new Set(readdirSync(folder).map((name) => name.toLowerCase()));
  let file = `${template.id}${TEMPLATE_SUFFIX}`;
  for (let count = 2; taken.has(file); count += 1) file = `${template.id}-${count}${TEMPLATE_SUFFIX}`;
  const json = `${JSON.stringify(template, null, 2)}\n`;
  await writeTarget(path.join(folder, file), new TextEncoder().encode(json));
  return file;
}

const binOf = (folder: string) => path.join(folder, 'bin');
const stamped = /^\d{17}-(.+)$/;

/**
 * @returns the name of the file in the bin.
 * @throws DespatchError `template.notFound`, `output.notWritable`
 */
export function binTemplate(folder: string, file: string, now: Date): string {
  // Compared with what is there, so that no name can lead out of the folder.
  if (!namesIn(folder).includes(file)) throw new DespatchError('template.notFound', { file });
  const binned = `${now.toISOString().replace(/\D/g, '').slice(0, 17)}-${file}`;
  makeFolder(binOf(folder), 0o700);
  move(path.join(folder, file), path.join(binOf(folder), binned));
  return binned;
}

/**
 * @returns the name of the file as it was before it was binned.
 * @throws DespatchError `template.notFound`, `template.taken`, `output.notWritable`
 */
export function unbinTemplate(folder: string, binned: string): string {
  const file = stamped.exec(binned)?.[1];
  if (file === undefined || !namesIn(binOf(folder)).includes(binned)) {
    throw new DespatchError('template.notFound', { file: file ?? binned });
  }
  if (namesIn(folder).includes(file)) {
    throw new DespatchError('template.taken', { file, reason: 'a file of the same name is there again' });
  }
  move(path.join(binOf(folder), binned), path.join(folder, file));
  return file;
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (thrown) {
    const reason = (thrown as NodeJS.ErrnoException).code ?? 'unknown';
    throw new DespatchError('output.notWritable', { file: path.basename(to), reason }, { cause: thrown });
  }
}
