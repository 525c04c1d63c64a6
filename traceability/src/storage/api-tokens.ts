import { createHash } from 'node:crypto'
import { BoundedCache } from './bounded-cache.ts'
import { type Database, type KeyLookUps, statement } from './database.ts'

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

const FIND_API_TOKEN = `select party_no, may_capture, may_query, reads from trace.api_token
  where token_hash = $1 and revoked_at is null and (expires_at is null or expires_at > now())`

/** Access of a bearer token, as `accessOfToken` gives it. */
export type AccessReader = (token: string) => Promise<TokenAccess | null>

/** A revoked token is refused this much later at most. */
const REMEMBERED_MS = 1_000
const MOST_REMEMBERED = 1_000

/**
 * Reads access through a memory of one second: a partner that asks a hundred times in a row is looked up once, which is a
 * third of what a question for one identifier costs. Refusals are not remembered.
 */
export function accessReader(lookUps: KeyLookUps, now: () => number = Date.now): AccessReader {
  const remembered = new BoundedCache<string, { access: TokenAccess; until: number }>(MOST_REMEMBERED)
  return async (token) => {
    const key = tokenHash(token).toString('base64')
    const known = remembered.get(key)
    if (known && known.until > now()) return known.access
    const until = now() + REMEMBERED_MS
    const access = await accessOfToken(lookUps, token)
    if (access) remembered.set(key, { access, until })
    return access
  }
}

/** Access of a bearer token; null when it is unknown, revoked or over. Only its hash is ever compared or kept. */
async function accessOfToken({ db, pooler }: KeyLookUps, token: string): Promise<TokenAccess | null> {
  const hash = tokenHash(token)
  const { rows } = await db.query<{ party_no: number; may_capture: boolean; may_query: boolean; reads: number[] }>(
    statement(pooler, 'api_token', FIND_API_TOKEN, [hash]),
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
