import type { Database } from './database.ts'

export type RangeName = 'party' | 'label_batch' | 'status_list' | 'product'

/**
 * Takes the next number of a range by one conditional update; a transaction that is rolled back gives its number back.
 * Throws when the range is used up, which takes 268 million label batches.
 */
export async function nextNumber(db: Database, range: RangeName): Promise<number> {
  const { rows } = await db.query<{ taken: string }>(
    `update trace.number_range set next_no = next_no + 1
      where range_name = $1 and next_no <= last_no returning next_no - 1 as taken`,
    [range],
  )
  const taken = rows[0]?.taken
  if (taken === undefined) throw new Error(`The number range "${range}" is used up or missing`)
  return Number(taken)
}
