import { expect, test } from 'vitest';
import { appMenus } from '../../../shared/contract/commands/row.ts';
import { type AppCommand, appCommands, commandName } from '../../../shared/contract/commands.ts';

const commands: readonly AppCommand[] = appCommands;

test('no command, no key and no Alt letter of a menu is given twice', () => {
  const keys = commands.flatMap(({ keys, alsoKeys }) => [keys, alsoKeys]).filter((key) => key != null);
  expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { id } of appMenus) {
    const letters = commands
      .filter(({ menu }) => menu === id)
      .flatMap(({ label }) => /&(.)/.exec(label)?.[1]?.toLowerCase() ?? []);
    expect([id, ...new Set(letters)]).toEqual([id, ...letters]);
  }
});

test('every command has a letter for Alt, and a name without it', () => {
  expect(commands.filter(({ label }) => !label.includes('&')).map(({ id }) => id)).toEqual([]);
  expect(commandName({ label: 'New &brief' })).toBe('New brief');
});
