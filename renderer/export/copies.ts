/** Which copy of a document leaves. */

/** public: without what is exempt, proved. speaking: its points and questions alone. */
export type Copy = 'whole' | 'public' | 'speaking';

/** What there is to choose from; a document that withholds nothing has no public copy of its own. */
export function copyChoices(withholds: boolean): Readonly<Partial<Record<Copy, string>>> {
  return withholds
    ? { whole: 'Restricted copy', public: 'Public copy', speaking: 'Speaking copy' }
    : { whole: 'The whole document', speaking: 'Speaking copy' };
}

export const copyHelp: Readonly<Record<Copy, string>> = {
  whole: '',
  public:
    'Without what is exempt; numbers stay. The finished file is read back and searched for every exempt word before it is saved.',
  speaking: 'Points and questions alone, in large type, on two pages where they fit. No sources, no notes.',
};

/** What is said of a copy that is not for everybody. */
export const notForPublication = 'Not for publication: what is exempt stands in it, and is marked.';

/** So that nobody sends out the wrong file: its name says which copy it is. */
export function fileNameOf(title: string, copy: Copy, withholds: boolean): string {
  if (copy === 'speaking') return `${title} – ${withholds ? 'restricted ' : ''}speaking copy`;
  if (copy === 'public') return `${title} – public copy`;
  return withholds ? `${title} – restricted copy` : title;
}
