import type { ClientBase } from 'pg'
import { withLaterMembers } from '../verify/recognition-state.ts'
import type { Passport } from '../verify/verdict.ts'
import { type Database, type Pooler, type Reader, statement } from './database.ts'

/**
 * Adds a version of a passport unless one as new is there. Two pushes at once may both be added; readers take the
 * newest. Out: whether it was added.
 */
export async function insertPassport(client: ClientBase, partyNo: number, passport: Passport): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into trace.passport (party_no, product_ref, version, body)
     select $1, $2, $3, $4
      where not exists (select 1 from trace.passport where party_no = $1 and product_ref = $2 and version >= $3)
     on conflict (party_no, product_ref, version) do nothing`,
    [partyNo, passport.productRef, passport.version, JSON.stringify(passport)],
  )
  return rowCount === 1
}

/** Newest passport of a product, for readers that hold an older version or none. */
export const NEWEST_PASSPORT = `select version, body from trace.passport
   where party_no = $1 and product_ref = $2 order by version desc limit 1`

/** A stored body as it is read today: old ones lack what recognitions have learnt since. */
export function storedPassport(body: Passport): Passport {
  return { ...body, recognitions: body.recognitions.map(withLaterMembers) }
}

export async function newestPassport(
  db: Reader,
  pooler: Pooler,
  partyNo: number,
  productRef: string,
): Promise<{ version: number; body: Passport } | null> {
  const { rows } = await db.query<{ version: string; body: Passport }>(
    statement(pooler, 'newest_passport', NEWEST_PASSPORT, [partyNo, productRef]),
  )
  return rows[0] ? { version: Number(rows[0].version), body: storedPassport(rows[0].body) } : null
}

/** Trade name of a party, from the newest passport that speaks of it; null before the first. */
export async function producerNameOf(client: ClientBase, partyNo: number): Promise<string | null> {
  const { rows } = await client.query<{ name: string }>(
    `select body->'producer'->>'name' as name from trace.passport where party_no = $1 order by version desc limit 1`,
    [partyNo],
  )
  return rows[0]?.name ?? null
}

/** Vietnamese names of a party's products by ref, from their newest passports; refs without one are missing. */
export async function productNames(
  db: Database,
  partyNo: number,
  productRefs: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await db.query<{ product_ref: string; name: string }>(
    `select distinct on (product_ref) product_ref, body->'product'->'name'->>'vi' as name from trace.passport
      where party_no = $1 and product_ref = any ($2::text[]) order by product_ref, version desc`,
    [partyNo, productRefs],
  )
  return new Map(rows.map((row) => [row.product_ref, row.name]))
}
