import type { ClientBase } from 'pg'
import type { Database } from './database.ts'

export async function insertLogDocument(
  client: ClientBase,
  partyNo: number,
  { kind, subject, body }: { kind: string; subject: string; body: string },
): Promise<void> {
  await client.query(
    'insert into trace.log_document (party_no, kind, subject, body) values ($1, $2, $3, $4) on conflict do nothing',
    [partyNo, kind, subject, body],
  )
}

/** The text of a logged document; null when there is none of that name. */
export async function findLogDocument(db: Database, kind: string, subject: string): Promise<string | null> {
  const { rows } = await db.query<{ body: string }>(
    'select body from trace.log_document where kind = $1 and subject = $2 limit 1',
    [kind, subject],
  )
  return rows[0]?.body ?? null
}
