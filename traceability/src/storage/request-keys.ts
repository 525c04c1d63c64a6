import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'

/**
 * Claims a request key inside the caller's transaction, before anything else is written. A twin that is still running
 * is waited for by the unique key itself.
 * Out: `fresh` when the work is to be done now, else the body hash and the answer kept from the first time.
 */
export async function claimRequestKey(
  client: ClientBase,
  partyNo: number,
  scope: string,
  requestKey: string,
  body: unknown,
): Promise<{ fresh: true } | { fresh: false; sameBody: boolean; answer: unknown }> {
  const hash = bodyHash(body)
  const claimed = await client.query(
    `insert into trace.request_key (party_no, scope, request_key, body_hash) values ($1, $2, $3, $4)
     on conflict (party_no, scope, request_key) do nothing`,
    [partyNo, scope, requestKey, hash],
  )
  if (claimed.rowCount === 1) return { fresh: true }
  const { rows } = await client.query<{ body_hash: Buffer; answer: unknown }>(
    'select body_hash, answer from trace.request_key where party_no = $1 and scope = $2 and request_key = $3',
    [partyNo, scope, requestKey],
  )
  const first = rows[0]
  if (!first) throw new Error('a claimed request key is not to be found')
  return { fresh: false, sameBody: first.body_hash.equals(hash), answer: first.answer }
}

/** Keeps the answer of a claimed key, so that a repeated call is told the same. */
export async function keepAnswer(
  client: ClientBase,
  partyNo: number,
  scope: string,
  requestKey: string,
  answer: unknown,
): Promise<void> {
  await client.query(
    'update trace.request_key set answer = $4 where party_no = $1 and scope = $2 and request_key = $3',
    [partyNo, scope, requestKey, JSON.stringify(answer)],
  )
}

/** SHA-256 of the JSON with sorted keys, so that the order of members does not count as a difference. */
export function bodyHash(body: unknown): Buffer {
  return createHash('sha256').update(canonicalJson(body)).digest()
}

export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : part,
  )
}
