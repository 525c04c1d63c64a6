import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { ApiError } from '../../http/api-error'
import { inTransaction, type Sql } from '../../money/in-transaction'
import { readTaxCode } from '../../sellers/tax-code'
import type { AtCentre } from '../at-centre'
import type { ContractBody } from './bodies'
import { auditContract, type ContractRow, lockContract } from './lock-contract'

/**
 * Drafts a contract. Out: its id. Throws ApiError 409 `supply_number_taken`, 422 `supply_days`, `supply_tax_code`, `supply_seller` for a
 * producer without an agreement.
 */
export async function draftContract(container: MedusaContainer, at: AtCentre, given: ContractBody): Promise<string> {
  const contract = checked(given)
  return await inTransaction(container, async (sql) => {
    await requireSeller(sql, at.centreId, contract)
    await refuseTwin(sql, at.centreId, contract, null)
    const id = generateEntityId(undefined, 'supc')
    const made = await sql.query(
      `INSERT INTO supply_contract (id, centre_id, seller_producer_id, number, signed_on, retailer_name, retailer_tax_code, contact_name,
         contact_phone, from_day, to_day, note, made_by, made_by_name, sample)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id`,
      [
        ...[id, at.centreId, contract.sellerProducerId, contract.number, contract.signedOn, contract.retailerName],
        ...[contract.retailerTaxCode, contract.contactName, contract.contactPhone, contract.fromDay, contract.toDay],
        ...[contract.note, at.by.id, at.by.name, at.by.sample],
      ],
    )
    if (made.length === 0) throw new ApiError(409, 'supply_number_taken', { field: 'number' })
    await auditContract(sql, at, id, 'centre:draft_contract', { name: contract.retailerName })
    return id
  })
}

/**
 * Changes a draft; of a contract in force only whom to ask and the note. Throws ApiError 404, 409 `supply_state`, `supply_signed` for
 * what was signed, and as `draftContract` does; 422 `supply_other_producer` when its lines are of another producer than the new seller.
 */
export async function changeContract(
  container: MedusaContainer,
  at: AtCentre,
  contractId: string,
  given: ContractBody,
): Promise<void> {
  const contract = checked(given)
  await inTransaction(container, async (sql) => {
    const known = await lockContract(sql, at.centreId, contractId, ['draft', 'active'])
    if (known.state === 'active' && !agreesWith(known, contract)) throw new ApiError(409, 'supply_signed')
    if (known.state === 'draft') {
      await requireSeller(sql, at.centreId, contract)
      await refuseTwin(sql, at.centreId, contract, contractId)
      await requireOwnLines(sql, contractId, contract.sellerProducerId)
    }
    await sql.query(
      `UPDATE supply_contract SET seller_producer_id = ?, number = ?, signed_on = ?, retailer_name = ?, retailer_tax_code = ?,
         contact_name = ?, contact_phone = ?, from_day = ?, to_day = ?, note = ?, changed_at = now() WHERE id = ?`,
      [
        ...[contract.sellerProducerId, contract.number, contract.signedOn, contract.retailerName],
        ...[contract.retailerTaxCode, contract.contactName, contract.contactPhone, contract.fromDay, contract.toDay],
        ...[contract.note, contractId],
      ],
    )
    await auditContract(sql, at, contractId, 'centre:change_contract', { name: contract.retailerName })
  })
}

function checked(given: ContractBody): ContractBody {
  const retailerTaxCode = readTaxCode(given.retailerTaxCode)
  if (retailerTaxCode === null) throw new ApiError(422, 'supply_tax_code', { field: 'retailerTaxCode' })
  if (given.fromDay > given.toDay) throw new ApiError(422, 'supply_days', { field: 'toDay' })
  return { ...given, retailerTaxCode }
}

function agreesWith(known: ContractRow, contract: ContractBody): boolean {
  return (
    known.seller_producer_id === contract.sellerProducerId &&
    known.number === contract.number &&
    known.signed_on === contract.signedOn &&
    known.retailer_name === contract.retailerName &&
    known.retailer_tax_code === contract.retailerTaxCode &&
    known.from_day === contract.fromDay &&
    known.to_day === contract.toDay
  )
}

async function requireSeller(sql: Sql, centreId: string, { sellerProducerId }: ContractBody): Promise<void> {
  if (sellerProducerId === null) return
  const [agreement] = await sql.query(
    `SELECT 1 FROM centre_agreement
     WHERE centre_id = ? AND producer_id = ? AND accepted_at IS NOT NULL AND deleted_at IS NULL LIMIT 1`,
    [centreId, sellerProducerId],
  )
  if (!agreement) throw new ApiError(422, 'supply_seller', { field: 'sellerProducerId' })
}

async function refuseTwin(sql: Sql, centreId: string, contract: ContractBody, exceptId: string | null): Promise<void> {
  if (contract.number === null) return
  const [twin] = await sql.query(
    `SELECT 1 FROM supply_contract
     WHERE centre_id = ? AND retailer_tax_code = ? AND lower(number) = lower(?) AND id IS DISTINCT FROM ?`,
    [centreId, contract.retailerTaxCode, contract.number, exceptId],
  )
  if (twin) throw new ApiError(409, 'supply_number_taken', { field: 'number' })
}

async function requireOwnLines(sql: Sql, contractId: string, sellerProducerId: string | null): Promise<void> {
  if (sellerProducerId === null) return
  const [foreign] = await sql.query('SELECT 1 FROM supply_line WHERE contract_id = ? AND producer_id <> ? LIMIT 1', [
    contractId,
    sellerProducerId,
  ])
  if (foreign) throw new ApiError(422, 'supply_other_producer', { field: 'sellerProducerId' })
}
