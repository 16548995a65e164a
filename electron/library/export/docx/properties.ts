/** The properties of the file, which are the same whenever it is written. */

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/gu, (sign) => escapes[sign] ?? sign);

/**
 * The properties part in place of the writer's own, which always bears the time of writing and knows no language.
 * An export's date is not a fact about the document, and a published file should not tell when it was made.
 */
export function coreProperties(title: string): { path: string; data: string } {
  const data = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>`;
  return { path: 'docProps/core.xml', data };
}
