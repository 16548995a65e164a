/** The bytes of a file in the Rich Text Format as tokens. */
import { Tokenize } from 'rtf-stream-parser';

export const GROUP_START = 0;
export const GROUP_END = 1;
export const CONTROL = 2;

export interface Token {
  readonly type: number;
  readonly word?: string;
  readonly param?: number;
  readonly data?: Buffer;
}

const PIECE = 64 * 1024;

/** @throws whatever `take` throws, and what is wrong with the format. */
export async function readTokens(bytes: Buffer, take: (token: Token) => void): Promise<void> {
  checkBinaries(bytes);
  const tokenizer = new Tokenize();
  const ended = new Promise<void>((resolve, reject) => {
    tokenizer.on('data', (token: Token) => {
      try {
        take(token);
      } catch (fault) {
        tokenizer.destroy(fault instanceof Error ? fault : new Error(String(fault)));
      }
    });
    tokenizer.on('end', resolve);
    tokenizer.on('error', reject);
  });
  const feed = async () => {
    for (let at = 0; at < bytes.length && !tokenizer.destroyed; at += PIECE) {
      if (!tokenizer.write(bytes.subarray(at, at + PIECE)))
        await new Promise((resolve) => setImmediate(resolve));
    }
    tokenizer.end();
  };
  await Promise.all([ended, feed()]);
}

/** Room for binary data is taken before it comes: more than the file has is never asked for. */
function checkBinaries(bytes: Buffer): void {
  for (const [, length] of bytes.toString('latin1').matchAll(/\\bin(\d{1,12})/g)) {
    if (Number(length) > bytes.length) throw new Error('a picture in it is cut off');
  }
}
