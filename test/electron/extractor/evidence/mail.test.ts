import { burn, type Entry } from '@kenjiuno/msgreader/lib/Burner.js';
import { expect, test } from 'vitest';
import { linesOf, read, refusal, textOf } from './read.ts';

const eml = [
  'From: =?utf-8?Q?J=C3=A1ne_Smith?= <jane@harrowmere.example>',
  'To: Perran Locke <perran@harrowmere.example>, Team: a@x.example, B <b@x.example>;',
  'Date: Tue, 13 Jan 2026 23:42:00 -0500',
  'Subject: =?utf-8?B?wqMxLjZibiBmb3IgZmxvb2Rz?=',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=x',
  '',
  '--x',
  'Content-Type: text/html; charset=windows-1252',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  '<p>It cost =80 5.</p><blockquote>How much?</blockquote><img src=3D"https://evil.example/t.png"><script>bad()</script>',
  '--x',
  'Content-Type: application/pdf; name="costs.pdf"',
  'Content-Disposition: attachment; filename="costs.pdf"',
  '',
  'x',
  '--x--',
  '',
].join('\r\n');

test('an e-mail gives its fields, its body and the names of what hangs on it, which is said to be not read', async () => {
  const extraction = await read(eml, 'costs.eml');
  expect(linesOf(extraction)).toEqual([
    ['text', 'From: Jáne Smith <jane@harrowmere.example>'],
    ['text', 'To: Perran Locke <perran@harrowmere.example>, Team: a@x.example, B <b@x.example>'],
    ['text', 'Date: Tue, 13 Jan 2026 23:42:00 -0500'],
    ['text', 'Subject: £1.6bn for floods'],
    ['text', 'Attachment, not read: costs.pdf'],
    ['text', ''],
    ['text', 'It cost € 5.'],
    ['quote', 'How much?'],
  ]);
  expect(extraction.about.csl).toEqual({
    type: 'personal_communication',
    title: '£1.6bn for floods',
    author: [{ family: 'Smith', given: 'Jáne' }],
    issued: { 'date-parts': [[2026, 1, 13]] },
  });
  expect(extraction.notices).toEqual([
    'Its attachment was not read: costs.pdf. To use what is in it, save it from the e-mail and add it as evidence.',
  ]);
});

test('a plain body keeps its paragraphs and marks what it quotes', async () => {
  const extraction = await read(
    'From: a@x.example\nTo: b@x.example\nDate: Tue, 13 Jan 2026 09:00:00 +0000\n\nOne\n\n\n\nTwo\n> Three\n',
    'a.eml',
  );
  expect(linesOf(extraction).slice(3)).toEqual([
    ['text', ''],
    ['text', 'One'],
    ['text', ''],
    ['text', 'Two'],
    ['quote', '> Three'],
  ]);
});

test('parts within parts without end are refused', async () => {
  const deep = Array.from(
    { length: 400 },
    (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
  );
  const fault = await refusal(
    `From: a@x.example\r\nDate: x\r\nMIME-Version: 1.0\r\n${deep.join('')}`,
    'deep.eml',
  );
  expect(fault.code).toBe('input.tooComplex');
});

const DIRECTORY = 1;
const DOCUMENT = 2;
const ROOT = 5;
/** Outlook’s file: its properties as streams, or eight bytes in a list of those of fixed length. */
function msg(
  texts: Readonly<Record<string, string>>,
  options: { time?: Date; attachment?: string; rtf?: Buffer } = {},
): Buffer {
  const entries: Entry[] = [{ name: 'Root Entry', type: ROOT, length: 0, children: [] }];
  const put = (parent: number, name: string, data: Buffer | null): number => {
    const at = entries.length;
    entries.push({
      name,
      type: data ? DOCUMENT : DIRECTORY,
      length: data?.length ?? 0,
      ...(data ? { binaryProvider: () => new Uint8Array(data) } : { children: [] }),
    });
    entries[parent]?.children?.push(at);
    return at;
  };
  const fixed = Buffer.alloc(options.time ? 48 : 32);
  if (options.time) {
    fixed.writeUInt32LE(0x00390040, 32);
    fixed.writeBigUInt64LE(BigInt(options.time.getTime() + 11_644_473_600_000) * 10_000n, 40);
  }
  put(0, '__properties_version1.0', fixed);
  for (const [tag, text] of Object.entries(texts))
    put(0, `__substg1.0_${tag}001F`, Buffer.from(text, 'utf16le'));
  if (options.rtf) put(0, '__substg1.0_10090102', options.rtf);
  const to = put(0, '__recip_version1.0_#00000000', null);
  put(to, '__properties_version1.0', Buffer.alloc(8));
  put(to, '__substg1.0_3001001F', Buffer.from('Perran Locke', 'utf16le'));
  put(to, '__substg1.0_39FE001F', Buffer.from('perran@harrowmere.example', 'utf16le'));
  if (options.attachment !== undefined) {
    const attached = put(0, '__attach_version1.0_#00000000', null);
    put(attached, '__properties_version1.0', Buffer.alloc(8));
    put(attached, '__substg1.0_3707001F', Buffer.from(options.attachment, 'utf16le'));
    put(attached, '__substg1.0_37010102', Buffer.from('x'));
  }
  return Buffer.from(burn(entries));
}

const message = {
  '0037': 'Pump failure',
  '0C1A': 'Night Control',
  '0C1F': '/O=EXCHANGE/CN=NIGHT',
  '5D01': 'control@sallow.example',
  '1000': 'All five pumps stopped.\r\n\r\nNight Control',
};

test('an Outlook message is read as any other e-mail', async () => {
  const time = new Date('2026-01-13T09:42:00Z');
  const extraction = await read(msg(message, { time, attachment: 'log.xlsx' }), 'pumps.msg');
  expect(textOf(extraction)).toBe(
    'From: Night Control <control@sallow.example>\nTo: Perran Locke <perran@harrowmere.example>\nDate: Tue, 13 Jan 2026 09:42:00 GMT\nSubject: Pump failure\nAttachment, not read: log.xlsx\n\nAll five pumps stopped.\n\nNight Control',
  );
  expect(extraction.about.csl).toMatchObject({
    type: 'personal_communication',
    title: 'Pump failure',
    issued: { 'date-parts': [[2026, 1, 13]] },
  });
  expect([extraction.kind, extraction.mediaType]).toEqual(['email', 'application/vnd.ms-outlook']);
});

test('an Outlook message cut short, or of nothing, is refused as damaged', async () => {
  const whole = msg(message);
  for (const bytes of [
    whole.subarray(0, 600),
    Buffer.concat([whole.subarray(0, 512), Buffer.from('__properties_version1.0', 'utf16le')]),
  ])
    expect((await refusal(bytes, 'cut.msg')).code).toMatch(/input\.(?:damaged|unsupported)/);
});

/** The example of [MS-OXRTFCP] 4.1. */
const compressed = Buffer.from(
  '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
  'hex',
);

test('a body that Outlook kept only as compressed RTF is read', async () => {
  const extraction = await read(msg({ '0037': 'Greeting' }, { rtf: compressed }), 'rtf.msg');
  expect(textOf(extraction).split('\n').at(-1)).toBe('hello world');
});

test('a web page that Outlook wrapped into RTF is read as one', async () => {
  const rtf = String.raw`{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0 Arial;}}{\*\htmltag64 <ul>}{\*\htmltag64 <li>}An item{\*\htmltag72 </li>}{\*\htmltag72 </ul>}}`;
  const header = Buffer.alloc(16);
  header.writeUInt32LE(rtf.length + 12, 0);
  header.writeUInt32LE(rtf.length, 4);
  header.write('MELA', 8);
  const extraction = await read(msg({}, { rtf: Buffer.concat([header, Buffer.from(rtf)]) }), 'html.msg');
  expect(linesOf(extraction).at(-1)).toEqual(['item', 'An item']);
});

test('compressed text that is cut off is refused as damaged', async () => {
  expect((await refusal(msg({}, { rtf: compressed.subarray(0, 24) }), 'cut.msg')).code).toBe('input.damaged');
});
