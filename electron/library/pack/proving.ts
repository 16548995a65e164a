/** Having a finished public file proved by a process of its own, and what follows from the proof. */
import { DespatchError } from '../../../shared/contract/errors.ts';
import type { Proof, ProofJob } from '../../../shared/pack/proof-report.ts';
import { type Assembling, withAssembler } from './assembling.ts';
import type { PackPassage } from './proof-job.ts';

/**
 * Whether the file shows anything that stands only in exempt parts.
 * @throws DespatchError `pack.partFailed` where it, or a paper, cannot be read back; `pack.stopped`, `call.cancelled`.
 *   Then nothing is proven, and nothing may be published.
 */
export function proveNoLeak(job: ProofJob, options: Assembling): Promise<Proof> {
  const { progress = () => {} } = options;
  return withAssembler(options, (running) => running.ask({ type: 'prove', job }, progress));
}

/** More than anybody corrects at once. */
const NAMED_PLACES = 50;

export interface LeakPlaces {
  /** The block that an item of a document is, so that whoever is told can go there; null: none. */
  blockOf?(item: string): string | null;
  /** Id of the paper on a page of the file, by the name of the page; null: none. */
  paperOn?(page: string): string | null;
  /** The withheld block of a document in a pack that an item is; undefined: none. */
  passageOf?(item: string): PackPassage | undefined;
}

/**
 * @throws DespatchError `pack.leak` with the first place in words, the item, how many there are, and a line for each; of
 *   a pack in `paperIds` the papers they are in, in that order, empty where a place is in none, and in `passagePapers`
 *   and `passageBlocks` the papers and blocks whose words they are, empty where they are no single block's.
 */
export function refuseLeaks({ findings }: Proof, { blockOf, paperOn, passageOf }: LeakPlaces = {}): void {
  const [first] = findings;
  if (!first) return;
  const named = findings.slice(0, NAMED_PLACES);
  const blockId = blockOf?.(first.item) ?? null;
  const passages = named.map(({ item }) => passageOf?.(item));
  const paperOf = (where: string) => paperOn?.(/^page ([^,]+)/.exec(where)?.[1] ?? '') ?? '';
  throw new DespatchError('pack.leak', {
    place: first.where,
    item: first.item,
    ...(blockId === null ? {} : { blockId }),
    findings: findings.length,
    places: named.map(({ where, item }) => `${where} (words of ${item})`).join('\n'),
    ...(paperOn ? { paperIds: named.map(({ where }) => paperOf(where)).join('\n') } : {}),
    ...(passageOf
      ? {
          passagePapers: passages.map((passage) => passage?.paperId ?? '').join('\n'),
          passageBlocks: passages.map((passage) => passage?.blockId ?? '').join('\n'),
        }
      : {}),
  });
}

/** What whoever sends out a copy that was proved should know: that it was, what could not be read, what to look at. */
export function proofWords(proof: Proof): string[] {
  const words = proof.searched.reduce((sum, each) => sum + each.words, 0);
  return [
    `Proved: nothing exempt stands in the ${words} words that were read back.`,
    ...proof.limits,
    ...sharedWordsNotices(proof),
  ];
}

/** Fewer meet by chance in everyday English. */
const WORTH_A_LOOK = 10;

/**
 * For whoever reads the draft: how much of a withheld part stands word for word in public papers too. Such words count
 * as public, so nothing else would show that a public paper quotes an exempt one.
 */
export function sharedWordsNotices({ exempt, sequenceLength }: Proof): string[] {
  const shared = new Map<string, number>();
  for (const { item, alsoPublic } of exempt) {
    // Passages of a document are told together: each by itself may share too few words to be worth a look.
    const whole = exempt.find((other) => item.startsWith(`${other.item}, `))?.item ?? item;
    shared.set(whole, (shared.get(whole) ?? 0) + alsoPublic);
  }
  return [...shared]
    .filter(([, alsoPublic]) => alsoPublic >= WORTH_A_LOOK)
    .map(
      ([item, alsoPublic]) =>
        `${alsoPublic} runs of ${sequenceLength} words of ${item} stand in public parts too. See whether one of them quotes what is to be withheld.`,
    );
}
