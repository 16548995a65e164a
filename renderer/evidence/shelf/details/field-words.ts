/** A value of a field as words, for showing what two people have written and what is kept beside the form. */
import * as z from 'zod';
import { markingSchema } from '../../../../shared/document/schema.ts';
import { markingLine } from '../../../../shared/print/marking.ts';
import { printDate, wordsOfCslDate } from '../../issued.ts';
import type { FieldPath } from './merge.ts';
import { printNames } from './names.ts';
import { typeName } from './types.ts';

const names = z.array(
  z.looseObject({
    family: z.string().optional(),
    given: z.string().optional(),
    literal: z.string().optional(),
  }),
);
const date = z.looseObject({
  'date-parts': z.array(z.array(z.union([z.number(), z.string()])).min(1)).optional(),
  literal: z.string().optional(),
  raw: z.string().optional(),
});

export function fieldWords(field: FieldPath, value: unknown): string {
  if (field === 'published') return publishedWords(value === null ? null : value === true);
  if (value === undefined || value === null || value === '') return 'Nothing';
  if (field === 'marking') {
    const marking = markingSchema.safeParse(value);
    return marking.success ? markingLine(marking.data) : 'Nothing';
  }
  if (field === 'reviewBy') return printDate(String(value));
  if (field === 'csl.type') return typeName(String(value));
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  if (Array.isArray(value)) {
    const people = names.safeParse(value);
    if (people.success) return printNames(people.data);
    return value.map((each) => (typeof each === 'object' ? JSON.stringify(each) : String(each))).join(', ');
  }
  const day = date.safeParse(value);
  const words = day.success ? wordsOfCslDate(day.data) : '';
  return words === '' ? JSON.stringify(value) : words;
}

export function publishedWords(published: boolean | null): string {
  if (published === null) return 'Not said';
  return published ? 'Published' : 'Unpublished';
}
