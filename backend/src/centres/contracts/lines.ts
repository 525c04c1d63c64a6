import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../../http/api-error'
import { inTransaction } from '../../money/in-transaction'
import { dayWithoutAgreement } from '../agreement-days'
import type { AtCentre } from '../at-centre'
import { goodsFacts } from '../goods-facts'
import type { LineBody } from './bodies'
import { auditContract, lockContract } from './lock-contract'

/**
 * Puts goods into a draft. Their producer lets the centre sell them on the contract's first day that is left, and is the seller where a
 * producer sells. Out: the line's id. Throws ApiError 404, 409 `supply_state`, `supply_line_twice`, 422 `goods_unknown`, `no_agreement`,
 * `supply_other_producer`.
 */
export async function addLine(
  container: MedusaContainer,
  at: AtCentre,
  contractId: string,
  line: LineBody,
): Promise<string> {
  const today = vietnamDay(new Date())
  const goods = (await goodsFacts(container, [line.productId], today)).get(line.variantId)
  if (!goods || goods.productId !== line.productId) throw new ApiError(422, 'goods_unknown', { field: 'variantId' })
  const { producerId, productId } = goods
  return await inTransaction(container, async (sql) => {
    const contract = await lockContract(sql, at.centreId, contractId, ['draft'])
    if (contract.seller_producer_id !== null && contract.seller_producer_id !== producerId) {
      throw new ApiError(422, 'supply_other_producer', { field: 'variantId' })
    }
    const day = today > contract.from_day ? today : contract.from_day
    const missing = await dayWithoutAgreement(sql, { centreId: at.centreId, producerId, productId, from: day, to: day })
    if (missing !== null) throw new ApiError(422, 'no_agreement', { field: 'variantId' })
    const id = generateEntityId(undefined, 'supl')
    const made = await sql.query(
      `INSERT INTO supply_line (id, centre_id, contract_id, producer_id, product_id, variant_id, quantity, per, unit, price)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (contract_id, variant_id) DO NOTHING RETURNING id`,
      [
        ...[id, at.centreId, contractId, producerId, productId, line.variantId],
        ...[line.quantity, line.per, line.unit, line.price],
      ],
    )
    if (made.length === 0) throw new ApiError(409, 'supply_line_twice', { field: 'variantId' })
    await auditContract(sql, at, contractId, 'centre:add_contract_line', { name: goods.productTitle })
    return id
  })
}

/** Takes goods out of a draft. Throws ApiError 404, 409 `supply_state`. */
export async function removeLine(
  container: MedusaContainer,
  at: AtCentre,
  { contractId, lineId }: { contractId: string; lineId: string },
): Promise<void> {
  await inTransaction(container, async (sql) => {
    await lockContract(sql, at.centreId, contractId, ['draft'])
    const gone = await sql.query('DELETE FROM supply_line WHERE id = ? AND contract_id = ? RETURNING id', [
      lineId,
      contractId,
    ])
    if (gone.length === 0) throw new ApiError(404, 'not_found')
    await auditContract(sql, at, contractId, 'centre:remove_contract_line')
  })
}
