import { findTemplates, templatesFolder, templatesStamp } from './template-files.ts';

/** The words that a library's templates bring for the spelling, read anew when one of their files has changed. */
export function templateWords(library: string): () => ReadonlySet<string> {
  const folder = templatesFolder(library);
  let stamp = '';
  let words: ReadonlySet<string> = new Set();
  return () => {
    const now = templatesStamp(folder);
    if (now !== stamp) {
      const { templates } = findTemplates(folder);
      words = new Set(
        templates.flatMap(({ template }) => template.words.map((word) => word.replaceAll('’', "'"))),
      );
      stamp = now;
    }
    return words;
  };
}
