/** What the fields of a source's details are called. */
import type { FieldPath } from './merge.ts';

const names: Readonly<Record<string, string>> = {
  published: 'Availability',
  marking: 'Marking',
  reviewBy: 'Review by',
  description: 'Description',
  'csl.title': 'Title',
  'csl.author': 'Authors',
  'csl.publisher': 'Organisation',
  'csl.issued': 'Date',
  'csl.type': 'Type',
  'csl.URL': 'Web address',
  'csl.accessed': 'Looked up on',
  'csl.abstract': 'Abstract',
  'csl.DOI': 'DOI',
  'csl.ISBN': 'ISBN',
  'csl.ISSN': 'ISSN',
  'csl.container-title': 'Appeared in',
  'csl.volume': 'Volume',
  'csl.issue': 'Issue',
  'csl.page': 'Pages',
  'csl.number': 'Number',
  'csl.edition': 'Edition',
  'csl.editor': 'Editors',
  'csl.language': 'Language',
  'csl.publisher-place': 'Place of publication',
  'csl.keyword': 'Keywords',
  'csl.note': 'Note',
};

export function fieldName(field: FieldPath): string {
  const known = names[field];
  if (known !== undefined) return known;
  const bare = field.replace(/^(?:csl|own)\./, '');
  if (field.startsWith('own.')) return bare;
  const words = bare.replaceAll(/[-_]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
