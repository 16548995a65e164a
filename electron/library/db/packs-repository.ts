/** Packs as rows: drafts and what was published. Their bytes are files. */
import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import {
  type KeptPackKind,
  type KeptPlan,
  keptPlanSchema,
  type PackAudience,
} from '../../../shared/pack/kept-pack.ts';
import { parseBody } from './stored-body.ts';
import { parseStored } from './stored-json.ts';

/** What a paper was built from: the document as it was last saved, or a file by its hash. */
const packSourceSchema = z.union([
  z.strictObject({ paperId: z.string(), documentId: z.string(), revision: z.number().int() }),
  z.strictObject({ paperId: z.string(), sha256: z.string() }),
]);
export type PackSource = z.infer<typeof packSourceSchema>;
const sourcesSchema = z.array(packSourceSchema);
const noticesSchema = z.array(z.string());

export interface PackRow {
  readonly id: string;
  readonly meetingId: string;
  readonly kind: KeptPackKind;
  readonly audience: PackAudience;
  readonly letter: string | null;
  /** Before its numbers: "A" of a supplement that numbers by itself; else empty. */
  readonly prefix: string;
  /** The highest number it has, without prefix; 0: none. */
  readonly lastNumber: number;
  /** Of the meeting it was built from. */
  readonly meetingRevision: number;
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
  readonly plan: KeptPlan;
  readonly sources: readonly PackSource[];
  /** Of a public pack: the report that nothing exempt is in it. */
  readonly proof: unknown;
  /** Sentences. */
  readonly notices: readonly string[];
  /** ISO 8601, UTC. */
  readonly builtAt: string;
  /** null: a draft. */
  readonly publishedAt: string | null;
}

interface Raw extends Omit<PackRow, 'plan' | 'sources' | 'proof' | 'notices'> {
  readonly plan: string;
  readonly sources: string;
  readonly proof: string | null;
  readonly notices: string;
}

const columns = `id, meeting_id AS meetingId, kind, audience, letter, prefix, last_number AS lastNumber, meeting_revision AS meetingRevision, sha256, bytes,
  pages, plan, sources, proof, notices, built_at AS builtAt, published_at AS publishedAt`;

function ofRaw({ plan, sources, proof, notices, ...row }: Raw): PackRow {
  return {
    ...row,
    plan: parseBody(keptPlanSchema, plan, 'a plan of a pack'),
    sources: parseBody(sourcesSchema, sources, 'a list of sources of a pack'),
    proof: proof === null ? null : parseStored(proof),
    notices: parseBody(noticesSchema, notices, 'a list of notices of a pack'),
  };
}

export type PacksRepository = ReturnType<typeof packsRepository>;

export function packsRepository(database: Database) {
  const ofMeeting = database.prepare<[string], Raw>(
    `SELECT ${columns} FROM packs WHERE meeting_id = ?
     ORDER BY published_at IS NULL, published_at DESC, built_at DESC, audience DESC, rowid DESC`,
  );
  const find = database.prepare<[string], Raw>(`SELECT ${columns} FROM packs WHERE id = ?`);
  const insert = database.prepare(
    `INSERT INTO packs (id, meeting_id, kind, audience, letter, prefix, last_number, meeting_revision, sha256, bytes,
       pages, plan, sources, proof, notices, built_at)
     VALUES (:id, :meetingId, :kind, :audience, :letter, :prefix, :lastNumber, :meetingRevision, :sha256, :bytes,
       :pages, :plan, :sources, :proof, :notices, :builtAt)`,
  );
  const publish = database.prepare('UPDATE packs SET published_at = ? WHERE id = ? AND published_at IS NULL');
  const deleteDraft = database.prepare('DELETE FROM packs WHERE id = ? AND published_at IS NULL');
  const isNamed = database
    .prepare<[string], number>('SELECT EXISTS (SELECT 1 FROM packs WHERE sha256 = ?)')
    .pluck();
  const hashes = database.prepare<[], string>('SELECT DISTINCT sha256 FROM packs').pluck();
  const letters = database
    .prepare<[string], string>(
      `SELECT DISTINCT letter FROM packs
       WHERE meeting_id = ? AND published_at IS NOT NULL AND letter IS NOT NULL`,
    )
    .pluck();

  const insertText = database.prepare(
    'INSERT INTO pack_texts (sha256, page, text) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const texts = database
    .prepare<[string], string>('SELECT text FROM pack_texts WHERE sha256 = ? ORDER BY page')
    .pluck();
  const oneText = database
    .prepare<[string, number], string>('SELECT text FROM pack_texts WHERE sha256 = ? AND page = ?')
    .pluck();
  const dropTexts = database.prepare(
    `DELETE FROM pack_texts
     WHERE sha256 = ? AND NOT EXISTS (SELECT 1 FROM packs WHERE packs.sha256 = pack_texts.sha256)`,
  );

  return {
    /** Published ones latest first, then drafts. */
    ofMeeting: (meetingId: string): PackRow[] => ofMeeting.all(meetingId).map(ofRaw),
    find(id: string): PackRow | undefined {
      const raw = find.get(id);
      return raw && ofRaw(raw);
    },
    /** As a draft. */
    insert(pack: Omit<PackRow, 'publishedAt'>): void {
      insert.run({
        ...pack,
        plan: JSON.stringify(pack.plan),
        sources: JSON.stringify(pack.sources),
        proof: pack.proof === null ? null : JSON.stringify(pack.proof),
        notices: JSON.stringify(pack.notices),
      });
    },
    /** What is published stays published when it was. */
    publish(id: string, time: string): void {
      publish.run(time, id);
    },
    /** What is published is left. @returns the hash of bytes that nothing speaks of any more. */
    deleteDraft(id: string): string | null {
      const sha256 = find.get(id)?.sha256;
      if (sha256 === undefined || deleteDraft.run(id).changes === 0) return null;
      dropTexts.run(sha256);
      return isNamed.get(sha256) === 0 ? sha256 : null;
    },
    /** Letters of supplements that were published. */
    letters: (meetingId: string): string[] => letters.all(meetingId),
    hashes: (): string[] => hashes.all(),

    /** @param pages words of every page, in order. */
    putTexts(sha256: string, pages: readonly string[]): void {
      for (const [at, text] of pages.entries()) insertText.run(sha256, at + 1, text);
    },
    /** Of every page, in order; empty where nobody has read them. */
    texts: (sha256: string): string[] => texts.all(sha256),
    /** @param page counted from 1. */
    text: (sha256: string, page: number): string | undefined => oneText.get(sha256, page),
  };
}
