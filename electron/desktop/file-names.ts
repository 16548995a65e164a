/** File names that Windows, its shares and a mail client take. */

const MAX_LENGTH = 120;
/** Names of devices, which Windows will not create as files whatever their extension. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes.
const unusable = /[<>:"/\\|?*\u0000-\u001f]+/g;

/** A safe name of the given extension (without a dot) that still reads like `wanted`. */
export function safeFileName(wanted: string, extension: string): string {
  const ending = `.${extension}`;
  const bare = wanted.toLowerCase().endsWith(ending) ? wanted.slice(0, -ending.length) : wanted;
  const clean = bare
    .replace(unusable, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_LENGTH)
    .replace(/^[. ]+|[. ]+$/g, '');
  if (clean === '' || reserved.test(clean)) return `Untitled${ending}`;
  return clean + ending;
}

/** What a person typed into the dialog, with the extension that tells other programs what is in it. */
export function withExtension(file: string, extension: string): string {
  return file.toLowerCase().endsWith(`.${extension}`) ? file : `${file}.${extension}`;
}
