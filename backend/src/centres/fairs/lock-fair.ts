import { ApiError } from '../../http/api-error'
import type { Sql } from '../../money/in-transaction'
import type { FairState } from './fair-rules'

/** A fair as the table has it. */
export interface FairRow {
  id: string
  centre_id: string
  slug: string
  name: string
  place: string
  address: string
  province_code: string
  first_day: string
  last_day: string
  note: string | null
  state: FairState
  cancel_reason: string | null
  sample: boolean
}

/** A fair of the centre, held until the transaction ends: its state, booths and entries change one after another. Throws ApiError 404. */
export async function lockFair(sql: Sql, centreId: string, fairId: string): Promise<FairRow> {
  const [fair] = await sql.query<FairRow>('SELECT * FROM centre_fair WHERE id = ? AND centre_id = ? FOR UPDATE', [
    fairId,
    centreId,
  ])
  if (!fair) throw new ApiError(404, 'not_found')
  return fair
}
