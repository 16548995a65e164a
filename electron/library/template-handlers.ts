/** Choosing, adding and removing templates, and making documents and templates from one another. */
import path from 'node:path';
import { DespatchError } from '../../shared/contract/errors.ts';
import type { TemplateSummary } from '../../shared/contract/template-calls.ts';
import type { DespatchDocument } from '../../shared/document/schema.ts';
import { cleared } from '../../shared/templates/clear.ts';
import { copied } from '../../shared/templates/copy.ts';
import { picturesIn, templateFrom, templateIdFor } from '../../shared/templates/from-document.ts';
import { instantiate } from '../../shared/templates/instantiate.ts';
import { parseTemplate } from '../../shared/templates/parse.ts';
import { partsOf } from '../../shared/templates/parts.ts';
import type { Template } from '../../shared/templates/schema.ts';
import type { FeatureHandlers, Services } from './handlers.ts';
import { insertDocument } from './insert-document.ts';
import { knownDocument } from './known-document.ts';
import { parsedDocument } from './stored-document.ts';
import {
  binTemplate,
  type FoundTemplate,
  findTemplates,
  keepTemplate,
  readTemplate,
  templatesFolder,
  unbinTemplate,
} from './template-files.ts';

export function templateHandlers({
  store,
  folder: library,
  grants,
  mint,
  now,
  version,
}: Services): FeatureHandlers<
  | 'templates.list'
  | 'templates.add'
  | 'templates.remove'
  | 'templates.restore'
  | 'templates.saveFrom'
  | 'documents.createFrom'
> {
  const folder = templatesFolder(library);
  const documentOf = (documentId: string): DespatchDocument =>
    knownDocument(store().read((tables) => parsedDocument(tables, documentId)));

  function templateOf(templateId: string): Template {
    const { templates } = findTemplates(folder);
    const found = templates.find(({ template }) => template.id === templateId);
    if (!found) throw new DespatchError('template.notFound', { name: templateId });
    return found.template;
  }

  /** An id that no template has, nor a broken file that might be mended. */
  function freeId(name: string): string {
    const { templates } = findTemplates(folder);
    const taken = new Set(templates.map(({ template }) => template.id));
    const wanted = templateIdFor(name);
    let id = wanted;
    for (let count = 2; taken.has(id); count += 1) id = `${wanted}-${count}`;
    return id;
  }

  return {
    'templates.list': async () => {
      const { templates, broken } = findTemplates(folder);
      return { templates: templates.map(summaryOf), broken: [...broken] };
    },

    'templates.add': async ({ grant }) => {
      const given = grants.fileOf(grant, 'read');
      const template = readTemplate(given);
      const twin = findTemplates(folder).templates.find((one) => one.template.id === template.id);
      if (twin?.file === null) {
        const reason = `Despatch brings a template with the id ${template.id}, “${twin.template.name}”`;
        throw new DespatchError('template.taken', { file: path.basename(given), reason });
      }
      const replaced = twin ? binTemplate(folder, twin.file, now()) : null;
      return { template: summaryOf({ template, file: await keepTemplate(folder, template) }), replaced };
    },

    'templates.remove': async ({ file }) => ({ binned: binTemplate(folder, file, now()) }),
    'templates.restore': async ({ binned }) => ({ file: unbinTemplate(folder, binned) }),

    'templates.saveFrom': async ({ documentId, name, description, department, content, lockHeadings }) => {
      const document = documentOf(documentId);
      const head = { id: freeId(name), name, description, department };
      const made = templateFrom(content === 'kept' ? document : cleared(document), head, lockHeadings);
      // Also a check: what is written must be readable, or nothing is.
      const template = parseTemplate(JSON.stringify(made), name);
      const file = await keepTemplate(folder, template);
      return {
        template: summaryOf({ template, file }),
        pictures: content === 'kept' ? picturesIn(document) : 0,
      };
    },

    'documents.createFrom': async (source) => {
      const document =
        'templateId' in source
          ? instantiate(templateOf(source.templateId), mint, { guidance: source.guidance })
          : copied(
              source.content === 'kept'
                ? documentOf(source.documentId)
                : cleared(documentOf(source.documentId)),
              mint,
            );
      store().write((tables) => insertDocument(tables, document, [], { version, time: now().toISOString() }));
      return { documentId: document.id };
    },
  };
}

function summaryOf({ template, file }: FoundTemplate): TemplateSummary {
  const { id, name, description, department, kind } = template;
  const parts = partsOf(template).map(({ title, holds }) => ({ title, holds: [...holds] }));
  return { id, name, description, department, kind, file, parts };
}
