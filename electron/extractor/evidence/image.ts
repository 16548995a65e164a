/** Pictures as evidence: kept as they are, told apart by their bytes, described by hand. */
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { Extraction } from '../../../shared/evidence/extraction.ts';
import { readGif } from '../../../shared/images/gif.ts';
import { readJpeg } from '../../../shared/images/jpeg.ts';
import { mediaTypeOf } from '../../../shared/images/picture.ts';
import { readPng } from '../../../shared/images/png.ts';
import { readWebp } from '../../../shared/images/webp.ts';
import { aboutOf } from './about.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

interface ImageKind {
  readonly mediaType: string;
  readonly name: string;
  /** @throws RangeError or DespatchError for damage. */
  size(bytes: Buffer): Size;
}

/** The first directory of a TIFF (TIFF 6.0): width and height are its tags 256 and 257, short or long. */
function tiffSize(bytes: Buffer): Size {
  const little = bytes[0] === 0x49;
  const u16 = (at: number) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const u32 = (at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const directory = u32(4);
  const found = { width: 0, height: 0 };
  for (let entry = 0; entry < u16(directory); entry += 1) {
    const at = directory + 2 + 12 * entry;
    const value = () => (u16(at + 2) === 3 ? u16(at + 8) : u32(at + 8));
    if (u16(at) === 256) found.width = value();
    if (u16(at) === 257) found.height = value();
  }
  return found;
}

/** Rows from the top down have a negative height. */
function bmpSize(bytes: Buffer): Size {
  if (bytes.readUInt32LE(14) === 12) return { width: bytes.readUInt16LE(18), height: bytes.readUInt16LE(20) };
  return { width: bytes.readInt32LE(18), height: Math.abs(bytes.readInt32LE(22)) };
}

function kindOf(bytes: Buffer): ImageKind {
  switch (mediaTypeOf(bytes)) {
    case 'image/png':
      return { mediaType: 'image/png', name: 'PNG', size: readPng };
    case 'image/jpeg':
      return { mediaType: 'image/jpeg', name: 'JPEG', size: readJpeg };
    case 'image/gif':
      return { mediaType: 'image/gif', name: 'GIF', size: readGif };
    case 'image/webp':
      return { mediaType: 'image/webp', name: 'WebP', size: readWebp };
    default:
      return bytes[0] === 0x42
        ? { mediaType: 'image/bmp', name: 'BMP', size: bmpSize }
        : { mediaType: 'image/tiff', name: 'TIFF', size: tiffSize };
  }
}

/** @throws DespatchError `input.damaged`. */
export function readImage(bytes: Buffer, file: string): Extraction {
  const { mediaType, name, size } = kindOf(bytes);
  let found: Size = { width: 0, height: 0 };
  let cause: unknown;
  try {
    found = size(bytes);
  } catch (fault) {
    cause = fault;
  }
  const { width, height } = found;
  if (!(width > 0 && height > 0)) {
    const told = cause instanceof DespatchError ? cause.details['reason'] : undefined;
    const reason = `the ${name} picture in it is damaged${told === undefined ? '' : `: ${told}`}`;
    throw new DespatchError('input.damaged', { file, reason }, { cause });
  }
  const pages = [{ label: null, text: '', roles: [] }];
  const pixels = `${width.toLocaleString('en-GB')} × ${height.toLocaleString('en-GB')} pixels`;
  return {
    kind: 'image',
    mediaType,
    textState: 'none',
    paged: false,
    pages,
    outline: [],
    about: aboutOf({ type: 'graphic' }, pages),
    notices: [`${name} picture of ${pixels}. Describe what it shows, so that it can be found.`],
  };
}
