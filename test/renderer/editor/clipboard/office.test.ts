import { expect, test } from 'vitest';
import { counts, fixture, lines, readingOf, wordsOfNote } from './helpers.ts';

test('Word: headings, lists by their level, notes, tables and links stay; what did not come along is named', () => {
  const { fragments, notes } = readingOf(fixture('word-365'));
  expect(lines(fragments)).toEqual([
    'heading0: Harbour dredging',
    'line0: The board has asked for |*an early decision| on the |/northern channel|, see |its plan<https://example.org/harbour?year=2026&part=2>| or write to |the team<mailto:dredging@example.org>|. It rests on Seabed surveys[1].',
    'item0: The channel silts up by 40\u00a0cm a year',
    'item1: more after a stormy winter',
    'item2: up to 60\u00a0cm',
    'item0: Nobody else can do it',
    'heading1: What it costs',
    'item0: Two years of work',
    'item0: An annual survey',
    'table0 row:',
    '  Year ¦ Cost, £m',
    '  2026 ¦ 1.6',
    '  Both years together ¦ ',
    'quotation0: We have never seen it so shallow.',
    'line0: [1] Harbour board, 2025',
  ]);
  expect(counts(notes)).toEqual([
    'farPicture 1',
    'comment 1',
    'deleted 1',
    'hidden 1',
    'inserted 1',
    'struck 1',
    'footnote 1',
    'number 3',
    'merged 1',
  ]);
  expect(wordsOfNote(notes, 'comment')).toEqual(['Is that so?']);
  expect(wordsOfNote(notes, 'deleted')).toEqual(['very windy']);
  expect(wordsOfNote(notes, 'farPicture')).toEqual(['Depths of the channel']);
});

test('Word for the web: every item is a list of its own, whose depth stands beside it', () => {
  const { fragments, notes } = readingOf(fixture('word-web'));
  expect(lines(fragments)).toEqual([
    'heading0: Quay repairs',
    'line0: *Three quays| need work.',
    'item0: North quay',
    'item1: its steps',
    'item0: South quay',
  ]);
  expect(notes).toEqual([]);
});

test('Outlook: lists of HTML and lists of Word in one mail, emoji kept, the tracking picture named', () => {
  const { fragments, notes } = readingOf(fixture('outlook'));
  expect(lines(fragments)).toEqual([
    'line0: *From:| Sam Brook <sam.brook@example.org>|⏎|*Sent:| 03 February 2026 09:12|⏎|*To:| Jo Finch|⏎|*Subject:| Ferry timetable',
    'line0: Jo,',
    'line0: The |*winter timetable| changes as follows:',
    'item0: first boat at 06:30',
    'item1: not on Sundays',
    'item0: last boat at 22:15',
    'item0: by the old pier',
    'item1: step-free',
    'line0: Sam 😀',
  ]);
  expect(counts(notes)).toEqual(['farPicture 1', 'trackingPicture 1']);
});

test('Google Docs: its weightless bold wrapper is none, nested lists without items and headings keep their place', () => {
  const { fragments, notes } = readingOf(fixture('google-docs'));
  expect(lines(fragments)).toEqual([
    'heading0: Reading rooms',
    'line0: Every library keeps |*one quiet room|/ at least|, as |agreed<https://example.org/rooms>|.',
    'item0: open at nine',
    'item1: ten on Saturdays',
    'item0: closed at noon',
    'table0 row:',
    '  Room ¦ Seats',
    '  East ¦ 24',
  ]);
  expect(counts(notes)).toEqual(['remotePicture 1', 'struck 1']);
});

test('Excel: a table with its merged cells unfolded and without the rows that were filtered away', () => {
  const { fragments, notes } = readingOf(fixture('excel'));
  expect(lines(fragments)).toEqual([
    'table0 row:',
    '  District ¦ 2025 ¦ 2026',
    '  Moorside ¦ 1,204 ¦ 1,310',
    '  Valley ¦ not yet counted ¦ ',
    '   ¦  ¦ 87',
  ]);
  expect(counts(notes)).toEqual(['hidden 1', 'merged 2']);
  expect(wordsOfNote(notes, 'hidden')).toEqual(['Filtered away 1 2']);
});

test('LibreOffice: captions, header columns, raised figures and paragraphs within an item', () => {
  const { fragments, notes } = readingOf(fixture('libreoffice'));
  expect(lines(fragments)).toEqual([
    'heading0: Bus lanes',
    'line0: Lanes were |*painted| in |/March| and opened in May.² The road is 12\u00a0m² wider.',
    'item0: Station road',
    'item1: as far as the bridge',
    'item2: on both sides',
    'item0: High street|⏎|on trial for a year',
    'quotation0: Nobody asked us.',
    'table0 row column: Journeys a day',
    '  Route ¦ Journeys',
    '  12 ¦ 8,400|⏎|on weekdays',
    'line0: the plan stands.',
  ]);
  expect(counts(notes)).toEqual(['farPicture 1', 'deleted 1', 'link 1']);
});

test('a web page: its words and the table in it; scripts, frames, fields and trackers stay behind and are named', () => {
  const { fragments, notes } = readingOf(fixture('web'));
  expect(lines(fragments)).toEqual([
    'heading0: Night trains return',
    'item0: News',
    'item0: Share',
    'line0: After |/ten years|, |*sleepers| run again.',
    'line0: Berth',
    'line0: from £60',
    'line0: dep 21:40|⏎|  arr 07:12',
    'line0: Your e-mail Join',
    'line0: Left part',
    'table0 row:',
    '  Inner ¦ table',
    '  of ¦ two',
    'line0: x=2',
  ]);
  expect(counts(notes)).toEqual([
    'remotePicture 1',
    'trackingPicture 1',
    'hidden 1',
    'active 4',
    'embedded 2',
    'form 2',
    'link 1',
    'layout 1',
    'formula 1',
  ]);
  expect(wordsOfNote(notes, 'form')).toEqual(['jo@example.org', 'Daily']);
});
