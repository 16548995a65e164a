/** Pictures in foreign HTML: only those whose bytes came along are taken; none is ever fetched. */
import type { ForeignPicture } from '../fragment.ts';
import type { NoteCode } from '../notes.ts';

type Seen =
  | { readonly is: 'picture'; readonly picture: ForeignPicture }
  | { readonly is: 'words'; readonly words: string }
  | { readonly is: 'left out'; readonly code: NoteCode; readonly words: string };

const emoji =
  /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|[\u200d\ufe0f\u20e3#*0-9])+$/u;
const taken = /^data:(image\/(?:png|jpeg|gif|webp));base64,([a-z0-9+/=\s]+)$/i;

function decoded(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    const binary = atob(base64.replace(/\s/g, ''));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

function isTiny(element: Element): boolean {
  const size = (name: string) => Number.parseFloat(element.getAttribute(name) ?? 'NaN');
  return size('width') <= 2 && size('height') <= 2;
}

export function lookAtPicture(element: Element): Seen {
  const source = (element.getAttribute('src') ?? '').trim();
  const alternativeText = (element.getAttribute('alt') ?? '').trim();
  // Mail programs and web pages draw emoji as pictures.
  if (alternativeText !== '' && /[^\d#*]/.test(alternativeText) && emoji.test(alternativeText)) {
    return { is: 'words', words: alternativeText };
  }
  const data = taken.exec(source);
  const bytes = data?.[2] === undefined ? null : decoded(data[2]);
  if (data?.[1] !== undefined && bytes !== null) {
    return {
      is: 'picture',
      picture: { role: 'picture', level: 0, bytes, mediaType: data[1].toLowerCase(), alternativeText },
    };
  }
  if (/^data:/i.test(source)) return { is: 'left out', code: 'refusedPicture', words: alternativeText };
  if (/^(?:file|cid|blob|mhtml|webkit-fake-url|x-apple):/i.test(source) || source === '') {
    return { is: 'left out', code: 'farPicture', words: alternativeText };
  }
  const code = isTiny(element) ? 'trackingPicture' : 'remotePicture';
  return { is: 'left out', code, words: alternativeText === '' ? source : `${alternativeText} (${source})` };
}
