/** What to do with a picture in a format that we do not take. */

const asPng = 'Open it in the program that made it and save it as PNG.';
const fromOffice = 'Paste it into Word or PowerPoint, choose “Save as picture…” there and save it as PNG.';
const ways: Readonly<Record<string, string>> = {
  SVG: 'Open it in the program that made it and export it as PNG, at least 1,600 pixels wide.',
  EMF: fromOffice,
  WMF: fromOffice,
  HEIC: 'Send it from the phone as JPEG (“most compatible”), or open it in Photos and save it as JPEG.',
  PDF: 'Make a picture of the page, or attach the file as an appendix.',
};

/** @param format as in the error's details; undefined where it could not be told. */
export function wayWith(format: string | number | undefined): string {
  return ways[String(format)] ?? asPng;
}
