import type { ClientBase } from 'pg'
import type { Database } from './database.ts'

/** Notes which party a product belongs to; the first party to speak of a product keeps it. */
export async function keepProductParty(client: ClientBase, partyNo: number, productRef: string): Promise<void> {
  await client.query(
    'insert into trace.product (product_ref, party_no) values ($1, $2) on conflict (product_ref) do nothing',
    [productRef, partyNo],
  )
}

/** Gives a product to the party whose newest passport speaks of it. */
export async function setProductParty(client: ClientBase, partyNo: number, productRef: string): Promise<void> {
  await client.query(
    `insert into trace.product as p (product_ref, party_no) values ($1, $2)
     on conflict (product_ref) do update set party_no = excluded.party_no where p.party_no <> excluded.party_no`,
    [productRef, partyNo],
  )
}

export async function partyOfProduct(db: Database, productRef: string): Promise<number | null> {
  const { rows } = await db.query<{ party_no: number }>('select party_no from trace.product where product_ref = $1', [
    productRef,
  ])
  return rows[0]?.party_no ?? null
}
