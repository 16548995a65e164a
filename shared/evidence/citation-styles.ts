/** The styles of citations that are shipped; anybody may add their own. */
export const shippedStyles = [
  { id: 'gov-uk', file: 'gov-uk.csl', name: 'GOV.UK notes', inText: false, hasReferences: true },
  {
    id: 'harvard',
    file: 'harvard-cite-them-right.csl',
    name: 'Harvard (Cite Them Right)',
    inText: true,
    hasReferences: true,
  },
  { id: 'oscola', file: 'oscola.csl', name: 'OSCOLA', inText: false, hasReferences: true },
] as const;
export type ShippedStyleId = (typeof shippedStyles)[number]['id'];

export const DEFAULT_STYLE: ShippedStyleId = 'gov-uk';

export function isShippedStyle(id: string): id is ShippedStyleId {
  return shippedStyles.some((style) => style.id === id);
}
