import { MedusaError } from '@medusajs/framework/utils'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { toDong } from '../money/dong'
import type { Sql } from '../money/in-transaction'
import type { CommissionRule } from './commission'
import type { LineTerms } from './line-terms'
import { orderTerms, type SoldOrder } from './order-terms'
import type { WithholdingRate } from './withholding'

const RULES = `
  SELECT id, name, payee, basis, basis_points, amount, min_amount, max_amount, shipping_basis_points, scope, scope_id, position,
    exclusive_group
  FROM commission_rule WHERE deleted_at IS NULL AND from_day <= ? AND (to_day IS NULL OR to_day >= ?)`

const RATES = `
  SELECT id, tax, category, basis_points FROM withholding_rate
  WHERE deleted_at IS NULL AND from_day <= ? AND (to_day IS NULL OR to_day >= ?)`

const FREEZE = `
  INSERT INTO line_terms (line_id, kind, group_id, order_id, producer_id, centre_id, product_id, sector, legal_form, quantity, goods,
    producer_discount, centre_discount, platform_discount, paid, base, commissions, taxes, frozen_at)
  SELECT t."lineId", t.kind, t."groupId", t."orderId", t."producerId", t."centreId", t."productId", t.sector, t."legalForm", t.quantity,
    t.goods, t."producerDiscount", t."centreDiscount", t."platformDiscount", t.paid, t.base, t.commissions, t.taxes, ?::timestamptz
  FROM jsonb_to_recordset(?::jsonb) AS t("lineId" text, kind text, "groupId" text, "orderId" text, "producerId" text, "centreId" text,
    "productId" text, sector text, "legalForm" text, quantity int, goods bigint, "producerDiscount" bigint, "centreDiscount" bigint,
    "platformDiscount" bigint, paid bigint, base bigint, commissions jsonb, taxes jsonb)
  ON CONFLICT (line_id) DO NOTHING RETURNING line_id`

const FROZEN = `
  SELECT line_id FROM line_terms
  WHERE line_id IN (SELECT jsonb_array_elements_text(?::jsonb)) AND group_id = ?`

/**
 * Freezes under which terms each line is sold, by the rules and rates of the day (+07) of `at`; called by placing in its last
 * transaction. Freezing a group again changes nothing. Throws INVALID_DATA as `orderTerms` does, CONFLICT when a line belongs to
 * another group.
 */
export async function freezeTerms(
  sql: Sql,
  { groupId, at, orders }: { groupId: string; at: Date; orders: readonly SoldOrder[] },
): Promise<void> {
  const { rules, rates } = await readTermsOn(sql, vietnamDay(at))
  await keepTerms(
    sql,
    groupId,
    orders.flatMap((order) => orderTerms(groupId, order, rules, rates)),
    at,
  )
}

/** Writes frozen terms of one group's lines; lines that are there already stay. Throws CONFLICT when a line belongs to another group. */
export async function keepTerms(sql: Sql, groupId: string, terms: readonly LineTerms[], at: Date): Promise<void> {
  if (terms.length === 0) return
  const made = await sql.query<{ line_id: string }>(FREEZE, [at.toISOString(), JSON.stringify(terms)])
  if (made.length === terms.length) return
  const known = await sql.query<{ line_id: string }>(FROZEN, [
    JSON.stringify(terms.map(({ lineId }) => lineId)),
    groupId,
  ])
  if (known.length !== terms.length) {
    throw new MedusaError(MedusaError.Types.CONFLICT, `A line of group ${groupId} was sold in another group.`)
  }
}

/** Rules and rates in force on a day yyyy-mm-dd. */
export async function readTermsOn(
  sql: Sql,
  day: string,
): Promise<{ rules: CommissionRule[]; rates: WithholdingRate[] }> {
  const rules = await sql.query<RuleRow>(RULES, [day, day])
  const rates = await sql.query<RateRow>(RATES, [day, day])
  const dong = (amount: string | null) => (amount === null ? null : toDong(amount))
  return {
    rules: rules.map((row) => ({
      id: row.id,
      name: row.name,
      payee: row.payee,
      basis: row.basis,
      basisPoints: row.basis_points,
      amount: dong(row.amount),
      minAmount: dong(row.min_amount),
      maxAmount: dong(row.max_amount),
      shippingBasisPoints: row.shipping_basis_points,
      scope: row.scope,
      scopeId: row.scope_id,
      position: row.position,
      exclusiveGroup: row.exclusive_group,
    })),
    rates: rates.map(({ basis_points: basisPoints, ...row }) => ({ ...row, basisPoints })),
  }
}

interface RuleRow extends Pick<CommissionRule, 'id' | 'name' | 'payee' | 'basis' | 'scope' | 'position'> {
  basis_points: number | null
  amount: string | null
  min_amount: string | null
  max_amount: string | null
  shipping_basis_points: number
  scope_id: string | null
  exclusive_group: string | null
}

interface RateRow extends Omit<WithholdingRate, 'basisPoints'> {
  basis_points: number
}
