/** The files that `pack build` writes: all of them, or none. */
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { DespatchError } from '../../shared/contract/errors.ts';
import type { Meeting } from '../../shared/pack/meeting.ts';
import { papersOf } from '../../shared/pack/papers-of.ts';
import type { Audience } from '../../shared/pack/plan.ts';
import type { Proof } from '../../shared/pack/proof-report.ts';
import { openTargets } from '../library/export/targets.ts';
import type { Build } from '../library/pack/build.ts';
import type { Command } from './arguments.ts';
import { canonical, type Written } from './outputs.ts';

const outputs = ['pdf', 'public', 'proof', 'consolidated', 'consolidated-public'] as const;
export type PackOutput = (typeof outputs)[number];

/** Absolute, by option. @throws DespatchError `usage.invalid` */
export function askedFiles(options: Command['options']): ReadonlyMap<PackOutput, string> {
  if (options.proof !== undefined && options.public === undefined) {
    throw new DespatchError('usage.invalid', { reason: '--proof goes with --public' });
  }
  for (const name of ['consolidated', 'consolidated-public'] as const) {
    if (options[name] === undefined || options['supplement-to'] !== undefined) continue;
    throw new DespatchError('usage.invalid', { reason: `--${name} goes with --supplement-to` });
  }
  return new Map(
    outputs.flatMap((name) => (options[name] === undefined ? [] : [[name, path.resolve(options[name])]])),
  );
}

/** @throws DespatchError `output.sameAsInput`, also for one file asked for twice */
export function refuseInputs(
  asked: ReadonlyMap<PackOutput, string>,
  meetingFile: string,
  meeting: Meeting,
  more: readonly string[],
): void {
  const from = path.dirname(path.resolve(meetingFile));
  const papers = papersOf(meeting).flatMap(({ paper: { source } }) =>
    source.type === 'path' ? [path.resolve(from, source.path)] : [],
  );
  const taken = new Set([meetingFile, ...papers, ...more].map(canonical));
  for (const file of asked.values()) {
    if (taken.has(canonical(file))) throw new DespatchError('output.sameAsInput', { file });
    taken.add(canonical(file));
  }
}

export type PackContent = { readonly file: string; readonly bytes: number } | Uint8Array;

export function proofBytes(proof: Proof): Uint8Array {
  return Buffer.from(`${JSON.stringify(proof, null, 2)}\n`);
}

export function contentsOf(build: Build, consolidated: Build | null): Map<PackOutput, PackContent> {
  const contents = new Map<PackOutput, PackContent>();
  const put = (name: PackOutput, from: Build | null, audience: Audience) => {
    const made = from?.files.find((file) => file.audience === audience);
    if (made) contents.set(name, made);
    return made;
  };
  put('pdf', build, 'restricted');
  const open = put('public', build, 'public');
  if (open?.proof) contents.set('proof', proofBytes(open.proof));
  put('consolidated', consolidated, 'restricted');
  put('consolidated-public', consolidated, 'public');
  return contents;
}

/**
 * Looks at the places at once, so that one that cannot be written is told before anything is made.
 * @returns what writes them. @throws there DespatchError `output.*`
 */
export function openPackTargets(
  asked: ReadonlyMap<PackOutput, string>,
): (contents: ReadonlyMap<PackOutput, PackContent>) => Promise<Written[]> {
  const names = [...asked.keys()];
  const write = openTargets([...asked.values()]);
  return async (contents) => {
    const made = names.map((name) => contents.get(name) ?? new Uint8Array());
    await write(made.map((each) => (each instanceof Uint8Array ? each : createReadStream(each.file))));
    return names.map((name, at) => {
      const content = made[at];
      const bytes = content instanceof Uint8Array ? content.length : (content?.bytes ?? 0);
      return { format: name === 'proof' ? 'json' : 'pdf', file: asked.get(name) ?? '', bytes };
    });
  };
}
