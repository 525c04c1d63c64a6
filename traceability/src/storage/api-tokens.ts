import { createHash } from 'node:crypto'
import type { Database } from './database.ts'

/** What the holder of a token may do. */
export interface ApiAccess {
  partyNo: number
  mayCapture: boolean
  mayQuery: boolean
  /** Parties whose events may be read: the holder's own first, then those that were opened to it. */
  reads: number[]
}

/** Access by a token, with the hash it is kept under. */
export type TokenAccess = ApiAccess & { tokenHash: Buffer }

/** Access of a bearer token; null when it is unknown, revoked or over. Only its hash is ever compared or kept. */
export async function accessOfToken(db: Database, token: string): Promise<TokenAccess | null> {
  const hash = tokenHash(token)
  const { rows } = await db.query<{ party_no: number; may_capture: boolean; may_query: boolean; reads: number[] }>(
    `select party_no, may_capture, may_query, reads from trace.api_token
      where token_hash = $1 and revoked_at is null and (expires_at is null or expires_at > now())`,
    [hash],
  )
  const row = rows[0]
  if (!row) return null
  return {
    tokenHash: hash,
    partyNo: row.party_no,
    mayCapture: row.may_capture,
    mayQuery: row.may_query,
    reads: [...new Set([row.party_no, ...row.reads])],
  }
}

/** Keeps a token's hash with what it opens; the same token again is opened anew. */
export async function keepToken(
  db: Database,
  token: string,
  access: ApiAccess & { label: string; expiresAt: string | null },
): Promise<void> {
  await db.query(
    `insert into trace.api_token (token_hash, party_no, label, may_capture, may_query, reads, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (token_hash) do update set label = excluded.label, may_capture = excluded.may_capture,
       may_query = excluded.may_query, reads = excluded.reads, expires_at = excluded.expires_at, revoked_at = null
       where trace.api_token.party_no = excluded.party_no`,
    [
      tokenHash(token),
      access.partyNo,
      access.label,
      access.mayCapture,
      access.mayQuery,
      access.reads,
      access.expiresAt,
    ],
  )
}

/** Out: false when there was no such token in force. */
export async function revokeToken(db: Database, token: string): Promise<boolean> {
  const { rowCount } = await db.query(
    'update trace.api_token set revoked_at = now() where token_hash = $1 and revoked_at is null',
    [tokenHash(token)],
  )
  return rowCount === 1
}

function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
