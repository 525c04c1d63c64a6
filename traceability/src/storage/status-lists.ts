import { randomInt } from 'node:crypto'
import type { ClientBase } from 'pg'
import { type Database, onlyRow } from './database.ts'
import { nextNumber } from './number-ranges.ts'

export const STATUS_PURPOSES = ['revocation', 'suspension'] as const
export type StatusPurpose = (typeof STATUS_PURPOSES)[number]

/** Entries of a list that is opened now: the smallest the standard allows, and enough for years. */
const NEW_LIST_SIZE = 131_072

/** So many drawn indexes taken already say that a list is nearly full: below half, one in 256 lists is left too early. */
const DRAWS = 8

export interface StatusIndex {
  listNo: number
  index: number
}

/**
 * Takes a random index that no credential has had, inside the caller's transaction; opens another list when the open
 * one is nearly full. Nothing is counted and no row is shared, so issuing for many products at once does not queue up.
 */
export async function takeStatusIndex(client: ClientBase): Promise<StatusIndex> {
  for (;;) {
    const list = (await openList(client)) ?? (await openAnotherList(client))
    for (let draw = 0; draw < DRAWS; draw++) {
      const index = randomInt(list.size)
      const { rowCount } = await client.query(
        'insert into trace.status_index (list_no, list_index) values ($1, $2) on conflict do nothing',
        [list.listNo, index],
      )
      if (rowCount === 1) return { listNo: list.listNo, index }
    }
    await client.query('update trace.status_list set full_at = now() where list_no = $1 and full_at is null', [
      list.listNo,
    ])
  }
}

async function openList(client: ClientBase): Promise<{ listNo: number; size: number } | null> {
  const { rows } = await client.query<{ list_no: number; size: number }>(
    'select list_no, size from trace.status_list where full_at is null order by list_no limit 1',
  )
  return rows[0] ? { listNo: rows[0].list_no, size: rows[0].size } : null
}

async function openAnotherList(client: ClientBase): Promise<{ listNo: number; size: number }> {
  const listNo = await nextNumber(client, 'status_list')
  await client.query('insert into trace.status_list (list_no, size) values ($1, $2)', [listNo, NEW_LIST_SIZE])
  return { listNo, size: NEW_LIST_SIZE }
}

/** Size of a list and the indexes set for a purpose, ascending; null when there is no such list. */
export async function readStatusList(
  db: Database,
  listNo: number,
  purpose: StatusPurpose,
): Promise<{ size: number; set: number[] } | null> {
  const { rows } = await db.query<{ size: number; set: number[] }>(SET_INDEXES[purpose], [listNo])
  return rows[0] ?? null
}

/** Read through the partial index alone: the cost is that of the entries set, not of those issued. */
const SET_INDEXES: Record<StatusPurpose, string> = {
  revocation: `select size, array(select list_index from trace.credential
      where list_no = $1 and revoked_at is not null order by list_index) as set
     from trace.status_list where list_no = $1`,
  suspension: `select size, array(select list_index from trace.credential
      where list_no = $1 and suspended_at is not null order by list_index) as set
     from trace.status_list where list_no = $1`,
}

export interface StatusPublication {
  publishedAt: Date
  bitsHash: Buffer
  token: string
}

/** The newest publication as of a moment; one from the future, of a clock that ran ahead, is passed over. */
export async function newestPublication(
  db: Database,
  listNo: number,
  purpose: StatusPurpose,
  now: Date,
): Promise<StatusPublication | null> {
  const { rows } = await db.query<{ published_at: Date; bits_hash: Buffer; token: string }>(
    `select published_at, bits_hash, token from trace.status_publication
      where list_no = $1 and purpose = $2 and published_at <= $3 order by published_at desc, publication_no desc limit 1`,
    [listNo, purpose, now],
  )
  const row = rows[0]
  return row ? { publishedAt: row.published_at, bitsHash: row.bits_hash, token: row.token } : null
}

export async function insertPublication(
  db: Database,
  listNo: number,
  purpose: StatusPurpose,
  publicationNo: string,
  publication: StatusPublication,
): Promise<void> {
  await db.query(
    `insert into trace.status_publication (list_no, purpose, published_at, publication_no, bits_hash, token)
     values ($1, $2, $3, $4, $5, $6)`,
    [listNo, purpose, publication.publishedAt, publicationNo, publication.bitsHash, publication.token],
  )
}

/** Numbers of all lists, ascending. */
export async function statusListNumbers(db: Database): Promise<number[]> {
  const { rows } = await db.query<{ numbers: number[] }>(
    'select array(select list_no from trace.status_list order by list_no) as numbers',
  )
  return onlyRow({ rows }).numbers
}
