/** Committees as rows. */
import type { Database } from 'better-sqlite3';
import { type Committee, committeeSchema } from '../../../shared/pack/committee.ts';
import { parseBody } from './stored-body.ts';

export interface CommitteeRow {
  readonly id: string;
  readonly committee: Committee;
  readonly revision: number;
  /** ISO 8601, UTC. */
  readonly updatedAt: string;
  readonly deletedAt: string | null;
}
export interface CommitteeListRow extends CommitteeRow {
  /** Binned ones left out. */
  readonly meetings: number;
  readonly nextMeeting: string | null;
}

interface Raw {
  readonly id: string;
  readonly body: string;
  readonly revision: number;
  readonly updatedAt: string;
  readonly deletedAt: string | null;
}
interface RawListed extends Raw {
  readonly meetings: number;
  readonly nextMeeting: string | null;
}

const columns = 'id, body, revision, updated_at AS updatedAt, deleted_at AS deletedAt';
const listed = `${columns},
  (SELECT count(*) FROM meetings WHERE committee_id = committees.id AND deleted_at IS NULL) AS meetings,
  (SELECT min(date) FROM meetings WHERE committee_id = committees.id AND deleted_at IS NULL AND date >= ?)
    AS nextMeeting`;

export type CommitteesRepository = ReturnType<typeof committeesRepository>;

export function committeesRepository(database: Database) {
  const list = database.prepare<[string], RawListed>(
    `SELECT ${listed} FROM committees WHERE deleted_at IS NULL ORDER BY name COLLATE NOCASE, id`,
  );
  const bin = database.prepare<[string], RawListed>(
    `SELECT ${listed} FROM committees WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, rowid DESC`,
  );
  const find = database.prepare<[string], Raw>(`SELECT ${columns} FROM committees WHERE id = ?`);
  const insert = database.prepare(
    `INSERT INTO committees (id, name, body, revision, created_at, updated_at)
     VALUES (:id, :name, :body, 1, :time, :time)`,
  );
  const change = database.prepare(
    'UPDATE committees SET name = :name, body = :body, revision = :revision, updated_at = :time WHERE id = :id',
  );
  const setDeletedAt = database.prepare('UPDATE committees SET deleted_at = ? WHERE id = ?');

  const ofJson = ({ body, ...row }: Raw): CommitteeRow => ({
    ...row,
    committee: parseBody(committeeSchema, body, 'a committee'),
  });
  const toJson = (committee: Committee) => ({
    id: committee.id,
    name: committee.name,
    body: JSON.stringify(committee),
  });

  return {
    /** By name; of the bin, last deleted first. @param today YYYY-MM-DD, from which the next meeting is looked for. */
    list: (deleted: boolean, today: string): CommitteeListRow[] =>
      (deleted ? bin : list).all(today).map(({ meetings, nextMeeting, ...raw }) => ({
        ...ofJson(raw),
        meetings,
        nextMeeting,
      })),
    /** Binned ones included. */
    find(id: string): CommitteeRow | undefined {
      const raw = find.get(id);
      return raw && ofJson(raw);
    },
    insert(committee: Committee, time: string): void {
      insert.run({ ...toJson(committee), time });
    },
    change(committee: Committee, revision: number, time: string): void {
      change.run({ ...toJson(committee), revision, time });
    },
    setDeletedAt(id: string, time: string | null): void {
      setDeletedAt.run(time, id);
    },
  };
}
