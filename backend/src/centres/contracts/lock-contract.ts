import { ApiError } from '../../http/api-error'
import type { Sql } from '../../money/in-transaction'
import { type AuditDraft, recordAuditIn } from '../../officials/record-audit'
import type { AtCentre } from '../at-centre'
import type { ContractState } from './contract-rules'

/** A contract as the table has it. */
export interface ContractRow {
  id: string
  centre_id: string
  seller_producer_id: string | null
  number: string | null
  signed_on: string | null
  retailer_name: string
  retailer_tax_code: string
  contact_name: string | null
  contact_phone: string | null
  from_day: string
  to_day: string
  note: string | null
  state: ContractState
  ended_on: string | null
  end_reason: string | null
  sample: boolean
}

/** A contract of the centre, held until the transaction ends. Throws ApiError 404, and 409 `supply_state` in another state than asked. */
export async function lockContract(
  sql: Sql,
  centreId: string,
  contractId: string,
  states: readonly ContractState[],
): Promise<ContractRow> {
  const [contract] = await sql.query<ContractRow>(
    'SELECT * FROM supply_contract WHERE id = ? AND centre_id = ? FOR UPDATE',
    [contractId, centreId],
  )
  if (!contract) throw new ApiError(404, 'not_found')
  if (!states.includes(contract.state)) throw new ApiError(409, 'supply_state')
  return contract
}

/** Writes what was done to a contract into the journal, in the caller's transaction. */
export async function auditContract(
  sql: Sql,
  { actor, place }: Pick<AtCentre, 'actor' | 'place'>,
  contractId: string,
  verb: `centre:${string}`,
  details: AuditDraft['details'] = {},
): Promise<void> {
  await recordAuditIn(sql, { actor, verb, subject: { type: 'supply_contract', id: contractId }, place, details })
}
