/** The types of CSL 1.0.2 that officials meet, in plain words and in the order in which they are likely. */
export const cslTypes: readonly { readonly type: string; readonly name: string }[] = [
  { type: 'report', name: 'Report' },
  { type: 'document', name: 'Document' },
  { type: 'webpage', name: 'Web page' },
  { type: 'dataset', name: 'Statistics or data' },
  { type: 'article-journal', name: 'Journal article' },
  { type: 'article-newspaper', name: 'Newspaper article' },
  { type: 'article-magazine', name: 'Magazine article' },
  { type: 'book', name: 'Book' },
  { type: 'chapter', name: 'Chapter of a book' },
  { type: 'legislation', name: 'Act or statutory instrument' },
  { type: 'bill', name: 'Bill' },
  { type: 'legal_case', name: 'Court case' },
  { type: 'regulation', name: 'Regulation or guidance' },
  { type: 'standard', name: 'Standard' },
  { type: 'treaty', name: 'Treaty' },
  { type: 'hearing', name: 'Evidence to a committee' },
  { type: 'speech', name: 'Speech' },
  { type: 'interview', name: 'Interview' },
  { type: 'personal_communication', name: 'Letter or e-mail' },
  { type: 'pamphlet', name: 'Leaflet' },
  { type: 'paper-conference', name: 'Conference paper' },
  { type: 'thesis', name: 'Thesis' },
  { type: 'manuscript', name: 'Unpublished paper' },
  { type: 'map', name: 'Map' },
  { type: 'graphic', name: 'Picture' },
  { type: 'post-weblog', name: 'Blog post' },
  { type: 'broadcast', name: 'Broadcast' },
];

export function typeName(type: string): string {
  return cslTypes.find((known) => known.type === type)?.name ?? type.replaceAll(/[_-]/g, ' ');
}
