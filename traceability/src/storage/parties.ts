import type { Database } from './database.ts'
import { nextNumber } from './number-ranges.ts'

export async function findPartyNo(db: Database, partyRef: string): Promise<number | null> {
  const { rows } = await db.query<{ party_no: number }>('select party_no from trace.party where party_ref = $1', [
    partyRef,
  ])
  return rows[0]?.party_no ?? null
}

/** Out: the number given now, or null when another registration of the same ref came first. */
export async function insertParty(db: Database, partyRef: string): Promise<number | null> {
  const partyNo = await nextNumber(db, 'party')
  const { rowCount } = await db.query(
    'insert into trace.party (party_no, party_ref) values ($1, $2) on conflict (party_ref) do nothing',
    [partyNo, partyRef],
  )
  return rowCount === 1 ? partyNo : null
}
