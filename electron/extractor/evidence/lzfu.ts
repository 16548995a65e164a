/** The compression of RTF in Outlook's files ([MS-OXRTFCP]). */
import { limits } from '../limits.ts';

/** What every dictionary begins with. */
const PRELOADED =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const DICTIONARY = 4096;
const HEADER = 16;
const COMPRESSED = 0x75465a4c;
const UNCOMPRESSED = 0x414c454d;

/** @throws RangeError or Error where it is no such stream, is cut off, or is larger than any message. */
export function decompressRtf(bytes: Buffer): Buffer {
  const size = bytes.readUInt32LE(4);
  const kind = bytes.readUInt32LE(8);
  if (kind === UNCOMPRESSED) return bytes.subarray(HEADER, HEADER + size);
  if (kind !== COMPRESSED) throw new Error('its formatted text is in no known compression');
  if (size > limits.mailBody) throw new RangeError('its formatted text is larger than a message can be');
  const dictionary = Buffer.alloc(DICTIONARY, 0x20);
  let write = dictionary.write(PRELOADED, 'latin1');
  const out = Buffer.alloc(size);
  let length = 0;
  const put = (byte: number) => {
    if (length < size) out[length++] = byte;
    dictionary[write] = byte;
    write = (write + 1) % DICTIONARY;
  };
  let at = HEADER;
  while (length < size) {
    const control = bytes.readUInt8(at++);
    for (let bit = 0; bit < 8 && length < size; bit += 1) {
      if ((control & (1 << bit)) === 0) {
        put(bytes.readUInt8(at++));
        continue;
      }
      const token = bytes.readUInt16BE(at);
      at += 2;
      const from = token >> 4;
      if (from === write) return out.subarray(0, length);
      for (let run = 0; run < (token & 15) + 2; run += 1) put(dictionary[(from + run) % DICTIONARY] ?? 0);
    }
  }
  return out;
}
