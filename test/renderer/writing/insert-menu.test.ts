import { expect, test } from 'vitest';
import { insertMenu } from '../../../renderer/writing/insert-menu.ts';

const ids = (kind: 'briefing' | 'report') => insertMenu(kind).flatMap((group) => group.map(({ id }) => id));

test('each kind of document is offered what it can hold, and nothing else', () => {
  expect(ids('briefing')).toContain('point');
  expect(ids('briefing')).not.toContain('recommendation');
  expect(ids('briefing')).toContain('section:qa');
  expect(ids('report')).toContain('recommendation');
  expect(ids('report')).not.toContain('section:qa');
});

test('nothing is listed twice', () => {
  expect(new Set(ids('report')).size).toBe(ids('report').length);
});
