import type { ProbingSign } from '../verdicts/probing.ts'
import type { Database } from './database.ts'

/** Keeps a sign of probing: one row for a client, a day (+07), a kind and a batch, with the highest count. */
export async function keepProbingSign(db: Database, sign: ProbingSign): Promise<void> {
  await db.query(
    `insert into trace.probing as p (client_hash, day, kind, batch_no, tries, first_at, last_at)
     values ($1, ($6::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date, $2, $3, $4, $5, $6)
     on conflict (client_hash, day, kind, batch_no) do update set
       tries = greatest(p.tries, excluded.tries), last_at = greatest(p.last_at, excluded.last_at)`,
    [sign.client, sign.kind, sign.batchNo, sign.tries, sign.firstAt, sign.at],
  )
}

/** Signs of the last days, newest first, for officers; times are UTC, ISO 8601. */
export async function probingSigns(
  db: Database,
  since: Date,
): Promise<{ kind: ProbingSign['kind']; batchNo: number; tries: number; firstAt: string; lastAt: string }[]> {
  const { rows } = await db.query<{
    kind: ProbingSign['kind']
    batch_no: number
    tries: number
    first_at: Date
    last_at: Date
  }>(
    `select kind, batch_no, tries, first_at, last_at from trace.probing where last_at >= $1
      order by last_at desc limit 500`,
    [since],
  )
  return rows.map((row) => ({
    kind: row.kind,
    batchNo: row.batch_no,
    tries: row.tries,
    firstAt: row.first_at.toISOString(),
    lastAt: row.last_at.toISOString(),
  }))
}
