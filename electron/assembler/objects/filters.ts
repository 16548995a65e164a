/** How a stream is packed: one name, or an array of names in the order they are taken off (ISO 32000-1, 7.3.8.2). */
import { PDFArray, type PDFDict, PDFName } from 'pdf-lib';
import { entryOf, itemsOf } from './look.ts';

/** What a stream is packed by. What is no name says nothing of how to read it, and is none of them. */
export function filtersOf(dict: PDFDict): PDFName[] {
  const filter = entryOf(dict, 'Filter');
  const given = filter instanceof PDFArray ? itemsOf(dict.context, filter) : [filter];
  return given.filter((each) => each instanceof PDFName);
}

/** Whether all that is said of them is names, so that it can be taken over as it stands. */
export function areFiltersNames(dict: PDFDict): boolean {
  const filter = entryOf(dict, 'Filter');
  if (filter instanceof PDFArray) return filtersOf(dict).length === filter.size();
  return filter === undefined || filter instanceof PDFName;
}
