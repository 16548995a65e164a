import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageFor } from '../../../electron/desktop/address.ts';
import { startPlace } from '../../../renderer/app/kept-place.ts';

const name = fc.string({ minLength: 1, maxLength: 200, unit: 'binary' });
const searchOf = (address: string) => new URL(address).search;

test('a start leads to the document, the block and the agenda that main kept, whatever they are called', () => {
  fc.assert(
    fc.property(name, fc.option(name), fc.option(name), (documentId, block, meetingId) => {
      const blockId = block ?? undefined;
      const meeting = meetingId === null ? undefined : { meetingId, rowId: undefined };
      expect(startPlace(searchOf(pageFor({ screen: 'document', documentId, blockId, meeting })))).toEqual({
        screen: 'document',
        documentId,
        review: false,
        resumed: true,
        ...(block === null ? {} : { blockId: block }),
        ...(meetingId === null ? {} : { meeting: { meetingId } }),
      });
    }),
  );
});

test('a start leads to the agenda that was open', () => {
  expect(startPlace(searchOf(pageFor({ screen: 'meeting', meetingId: 'm1' })))).toEqual({
    screen: 'meeting',
    meetingId: 'm1',
    resumed: true,
  });
});

test.each([
  '',
  '?place=',
  '?place={',
  '?place={"screen":"document"}',
  '?place={"screen":"settings"}',
  `?place={"screen":"document","documentId":"${'x'.repeat(201)}"}`,
  '?place={"screen":"document","documentId":"d","script":"1"}',
  '?place=%E0%A4%A',
])('%s leads to the list of documents', (search) => {
  expect(startPlace(search)).toEqual({ screen: 'home' });
});
