import type { MedusaContainer } from '@medusajs/framework/types'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../../http/api-error'
import { inTransaction } from '../../money/in-transaction'
import type { AtCentre } from '../at-centre'
import { auditContract, lockContract } from './lock-contract'

/** Puts a draft in force once it is signed. Throws ApiError 404, 409 `supply_state`, `supply_unsigned`, `supply_no_line`. */
export async function activateContract(container: MedusaContainer, at: AtCentre, contractId: string): Promise<void> {
  await inTransaction(container, async (sql) => {
    const contract = await lockContract(sql, at.centreId, contractId, ['draft'])
    if (contract.number === null || contract.signed_on === null) throw new ApiError(409, 'supply_unsigned')
    const [line] = await sql.query('SELECT 1 FROM supply_line WHERE contract_id = ? LIMIT 1', [contractId])
    if (!line) throw new ApiError(409, 'supply_no_line')
    await sql.query(`UPDATE supply_contract SET state = 'active', changed_at = now() WHERE id = ?`, [contractId])
    await auditContract(sql, at, contractId, 'centre:activate_contract', { number: contract.number })
  })
}

/** Ends a contract that was fulfilled, today. Throws ApiError 404, 409 `supply_state`. */
export async function endContract(container: MedusaContainer, at: AtCentre, contractId: string): Promise<void> {
  await finish(container, at, contractId, null)
}

/** Ends a contract early, today, with the reason. Throws ApiError 404, 409 `supply_state`. */
export async function terminateContract(
  container: MedusaContainer,
  at: AtCentre,
  contractId: string,
  reason: string,
): Promise<void> {
  await finish(container, at, contractId, reason)
}

async function finish(
  container: MedusaContainer,
  at: AtCentre,
  contractId: string,
  reason: string | null,
): Promise<void> {
  await inTransaction(container, async (sql) => {
    await lockContract(sql, at.centreId, contractId, ['active'])
    await sql.query(
      'UPDATE supply_contract SET state = ?, ended_on = ?, end_reason = ?, changed_at = now() WHERE id = ?',
      [reason === null ? 'ended' : 'terminated', vietnamDay(new Date()), reason, contractId],
    )
    if (reason === null) await auditContract(sql, at, contractId, 'centre:end_contract')
    else await auditContract(sql, at, contractId, 'centre:terminate_contract', { reason })
  })
}

/** Throws a draft away with its lines. Throws ApiError 404, 409 `supply_state`. */
export async function dropContract(container: MedusaContainer, at: AtCentre, contractId: string): Promise<void> {
  await inTransaction(container, async (sql) => {
    const contract = await lockContract(sql, at.centreId, contractId, ['draft'])
    await sql.query('DELETE FROM supply_line WHERE contract_id = ?', [contractId])
    await sql.query('DELETE FROM supply_contract WHERE id = ?', [contractId])
    await auditContract(sql, at, contractId, 'centre:drop_contract', { name: contract.retailer_name })
  })
}
