import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DespatchError } from '../../../shared/contract/errors.ts';
import { explain } from '../../../shared/contract/messages.ts';
import { orientationOf } from '../../../shared/images/jpeg.ts';
import { readPicture } from '../../../shared/images/picture.ts';
import { exif, gif, jpeg, jpegColours, jpegSecrets, png, pngSecrets, SECRET, webp } from './made.ts';

const ascii = (bytes: Uint8Array) => String.fromCharCode(...bytes);
const bytesOf = (words: string) => Uint8Array.from(words, (letter) => letter.charCodeAt(0));

function failure(bytes: Uint8Array): DespatchError {
  try {
    readPicture(bytes);
  } catch (thrown) {
    if (thrown instanceof DespatchError) return thrown;
    throw thrown;
  }
  throw new Error('it was taken');
}

const whole = {
  png: png(640, 480, pngSecrets),
  jpeg: jpeg(640, 480, [...jpegSecrets, ...jpegColours]),
  gif: gif(640, 480),
  webp: webp(640, 480),
};

describe.each(Object.entries(whole))('a %s', (type, bytes) => {
  it('is known by its bytes, with its size', () => {
    expect(readPicture(bytes)).toMatchObject({ mediaType: `image/${type}`, width: 640, height: 480 });
  });

  it('loses place, author and comments, and is then taken as it is', () => {
    const { bytes: kept } = readPicture(bytes);
    expect(ascii(bytes)).toContain(SECRET);
    expect(ascii(kept)).not.toContain('GPS');
    expect(readPicture(kept).bytes).toEqual(kept);
  });

  it('is damaged wherever it is cut off', () => {
    const end = type === 'jpeg' ? ascii(bytes).indexOf('behind the end') : bytes.length;
    for (let length = 12; length < end; length += 1) {
      // A GIF is whole after its first frame.
      if (type === 'gif' && length > bytes.length / 2 + 20) break;
      expect(failure(bytes.slice(0, length)).code).toBe('image.damaged');
    }
  });

  it('ends in an answer or in a refusal, whatever bytes are changed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 8 }), (changes) => {
        const hostile = bytes.slice();
        for (const [at, value] of changes) hostile[at] = value;
        try {
          const { width, height } = readPicture(hostile);
          expect(width * height).toBeGreaterThan(0);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(DespatchError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

it('keeps what says how colours are to be read, and the transparent colour of a GIF', () => {
  const kept = ascii(readPicture(whole.jpeg).bytes);
  expect(kept).toContain('ICC_PROFILE');
  expect(kept).toContain('Adobe');
  expect(ascii(readPicture(whole.gif).bytes)).toContain('\x21\xf9');
});

it('drops the preview in a JFIF header and the second frame of a GIF', () => {
  expect(ascii(readPicture(whole.jpeg).bytes)).not.toContain('mini');
  expect(ascii(readPicture(whole.gif).bytes).split('\x2c').length).toBe(2);
});

it('clears the flags of what it dropped from a WebP', () => {
  expect(readPicture(whole.webp).bytes[20]).toBe(0x20);
});

it('reads how a camera held the picture, and nothing from what is no such photograph', () => {
  for (let turn = 1; turn <= 8; turn += 1) expect(orientationOf(jpeg(4, 3, [exif(turn)]))).toBe(turn);
  expect(orientationOf(jpeg(4, 3, [exif(9)]))).toBe(1);
  expect(orientationOf(jpeg(4, 3))).toBe(1);
  expect(orientationOf(whole.png)).toBe(1);
  expect(orientationOf(whole.jpeg.slice(0, 30))).toBe(1);
});

it.each([
  ['SVG', '<?xml version="1.0"?><svg onload="x">'],
  ['TIFF', 'II*\0\x08\0\0\0'],
  ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0'],
  ['AVIF', '\0\0\0\x18ftypavif\0\0\0\0'],
  ['BMP', 'BM123456'],
  ['WMF', '\xd7\xcd\xc6\x9a\0\0'],
  ['EMF', `\x01\0\0\0${'x'.repeat(36)} EMF`],
  ['PDF', '%PDF-1.7'],
])('refuses %s by name and says what to do', (format, start) => {
  const error = failure(bytesOf(start));
  expect(error.toData()).toEqual({ code: 'image.unsupported', details: { format } });
  const { why, next } = explain(error);
  expect(why).toContain(format);
  expect(next.length).toBeGreaterThan(20);
});

it('refuses what is no picture, and an empty file', () => {
  expect(failure(bytesOf('Dear colleague')).code).toBe('image.unsupported');
  expect(failure(new Uint8Array()).code).toBe('image.damaged');
});

it('refuses bombs: too many pixels, too many bytes', () => {
  expect(failure(png(40_000, 40_000)).code).toBe('image.tooLarge');
  expect(failure(png(1, 0xffff_ffff)).code).toBe('image.tooLarge');
  expect(failure(png(0, 7)).code).toBe('image.damaged');
  const heavy = new Uint8Array(20 * 1024 * 1024 + 1);
  heavy.set(whole.png);
  expect(failure(heavy).details['reason']).toBe('it has more than 20 MB, which is the limit');
});
