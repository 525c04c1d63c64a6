import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../http/api-error'
import { toDong } from '../money/dong'
import { inTransaction, type Sql } from '../money/in-transaction'
import { type AuditActor, recordAuditIn } from '../officials/record-audit'
import type { CommissionRuleBody, RateBody, SettingBody } from './bodies'
import { dayBefore, requireFutureDay } from './dated'

const NOWHERE = { provinceCode: null, communeCode: null }

export interface CommissionRuleView extends CommissionRuleBody {
  id: string
  sample: boolean
  inForce: boolean
}

export interface RateView extends RateBody {
  id: string
  to: string | null
}

export interface SettingView extends SettingBody {
  id: string
}

/** Every rule, the newest beginning first, with how many there are. `day` is today at +07. */
export async function listRules(
  sql: Sql,
  day: string,
  limit: number,
  offset: number,
): Promise<{ rules: CommissionRuleView[]; count: number }> {
  const rows = await sql.query<RuleRow>(
    `SELECT * FROM commission_rule WHERE deleted_at IS NULL ORDER BY from_day DESC, position, id LIMIT ? OFFSET ?`,
    [limit, offset],
  )
  const [all] = await sql.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM commission_rule WHERE deleted_at IS NULL',
  )
  return { rules: rows.map((row) => ruleView(row, day)), count: all?.count ?? 0 }
}

/**
 * Adds a rule, for sales from its first day on. Out: its id. Throws ApiError 422 `commission_rule_invalid` for one that contradicts
 * itself or is for whom there is not, and `settlement_day_past` for one that would change sales of today or before.
 */
export async function addRule(
  container: MedusaContainer,
  rule: CommissionRuleBody,
  actor: AuditActor,
  now: Date,
  sample = false,
): Promise<string> {
  const field = faultOf(rule)
  if (field !== null) throw new ApiError(422, 'commission_rule_invalid', { field })
  if (!sample) requireFutureDay(rule.from, now, 'from')
  return await inTransaction(container, async (sql) => {
    if (!(await isThere(sql, rule))) throw new ApiError(422, 'commission_rule_invalid', { field: 'scopeId' })
    const id = generateEntityId(undefined, 'comr')
    await sql.query(
      `INSERT INTO commission_rule (id, name, payee, basis, basis_points, amount, min_amount, max_amount, shipping_basis_points, scope,
         scope_id, position, exclusive_group, from_day, to_day, sample, created_by)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        ...[id, rule.name, rule.payee, rule.basis, rule.basisPoints, rule.amount, rule.minAmount, rule.maxAmount],
        ...[rule.shippingBasisPoints, rule.scope, rule.scopeId, rule.position, rule.exclusiveGroup, rule.from, rule.to],
        ...[sample, actor.id],
      ],
    )
    await recordAuditIn(sql, {
      actor,
      verb: 'commission:add',
      subject: { type: 'commission_rule', id },
      place: NOWHERE,
      details: { name: rule.name, from: rule.from },
    })
    return id
  })
}

/** Ends a rule after a day, today at the earliest. Throws ApiError 404, 422 `settlement_day_past` or `commission_rule_invalid`. */
export async function endRule(
  container: MedusaContainer,
  id: string,
  to: string,
  actor: AuditActor,
  now: Date,
): Promise<void> {
  if (to < vietnamDay(now)) throw new ApiError(422, 'settlement_day_past', { field: 'to' })
  await inTransaction(container, async (sql) => {
    const [rule] = await sql.query<{ from_day: string; to_day: string | null }>(
      'SELECT from_day, to_day FROM commission_rule WHERE id = ? AND deleted_at IS NULL FOR UPDATE',
      [id],
    )
    if (!rule) throw new ApiError(404, 'not_found')
    if (to < rule.from_day || (rule.to_day !== null && rule.to_day < to)) {
      throw new ApiError(422, 'commission_rule_invalid', { field: 'to' })
    }
    await sql.query('UPDATE commission_rule SET to_day = ?, updated_at = now() WHERE id = ?', [to, id])
    const subject = { type: 'commission_rule', id }
    await recordAuditIn(sql, { actor, verb: 'commission:end', subject, place: NOWHERE, details: { to } })
  })
}

/** Every rate, the newest first. */
export async function listRates(sql: Sql): Promise<RateView[]> {
  const rows = await sql.query<RateRow>(
    'SELECT id, tax, category, basis_points, from_day, to_day, source FROM withholding_rate WHERE deleted_at IS NULL ORDER BY from_day DESC, tax DESC, category',
  )
  return rows.map(({ basis_points: basisPoints, from_day: from, to_day: to, ...row }) => ({
    ...row,
    basisPoints,
    from,
    to,
  }))
}

/**
 * Sets a rate from a day on; the one before ends the day before. Out: its id. Throws ApiError 422 `settlement_day_past`, 409
 * `settlement_day_taken` when a rate begins then or later.
 */
export async function addRate(
  container: MedusaContainer,
  rate: RateBody,
  actor: AuditActor,
  now: Date,
): Promise<string> {
  requireFutureDay(rate.from, now, 'from')
  return await inTransaction(container, async (sql) => {
    const known = await sql.query<{ id: string; from_day: string }>(
      `SELECT id, from_day FROM withholding_rate WHERE tax = ? AND category = ? AND deleted_at IS NULL ORDER BY from_day DESC FOR UPDATE`,
      [rate.tax, rate.category],
    )
    if (known.some(({ from_day: from }) => from >= rate.from))
      throw new ApiError(409, 'settlement_day_taken', { field: 'from' })
    const before = dayBefore(rate.from)
    if (known[0]) {
      await sql.query(
        'UPDATE withholding_rate SET to_day = ?, updated_at = now() WHERE id = ? AND (to_day IS NULL OR to_day > ?)',
        [before, known[0].id, before],
      )
    }
    const id = generateEntityId(undefined, 'whrt')
    await sql.query(
      `INSERT INTO withholding_rate (id, tax, category, basis_points, from_day, source, created_by) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [id, rate.tax, rate.category, rate.basisPoints, rate.from, rate.source, actor.id],
    )
    const subject = { type: 'withholding_rate', id }
    await recordAuditIn(sql, { actor, verb: 'tax:set', subject, place: NOWHERE, details: { ...rate } })
    return id
  })
}

/** Every setting of payouts, the newest first. */
export async function listSettings(sql: Sql): Promise<SettingView[]> {
  const rows = await sql.query<{
    id: string
    from_day: string
    hold_days: number
    min_amount: string
    note: string | null
  }>(
    'SELECT id, from_day, hold_days, min_amount, note FROM payout_setting WHERE deleted_at IS NULL ORDER BY from_day DESC',
  )
  return rows.map((row) => ({
    id: row.id,
    from: row.from_day,
    holdDays: row.hold_days,
    minAmount: toDong(row.min_amount),
    note: row.note,
  }))
}

/** Sets the waiting time and the minimum of payouts from a day on. Throws ApiError 422 `settlement_day_past`, 409 `settlement_day_taken`. */
export async function addSetting(
  container: MedusaContainer,
  setting: SettingBody,
  actor: AuditActor,
  now: Date,
): Promise<string> {
  requireFutureDay(setting.from, now, 'from')
  return await inTransaction(container, async (sql) => {
    const id = generateEntityId(undefined, 'pset')
    const made = await sql.query(
      `INSERT INTO payout_setting (id, from_day, hold_days, min_amount, note, created_by) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING RETURNING id`,
      [id, setting.from, setting.holdDays, setting.minAmount, setting.note, actor.id],
    )
    if (made.length === 0) throw new ApiError(409, 'settlement_day_taken', { field: 'from' })
    const subject = { type: 'payout_setting', id }
    const { from, holdDays, minAmount } = setting
    await recordAuditIn(sql, {
      actor,
      verb: 'payout:set',
      subject,
      place: NOWHERE,
      details: { from, holdDays, minAmount },
    })
    return id
  })
}

function faultOf(rule: CommissionRuleBody): keyof CommissionRuleBody | null {
  const { basis, basisPoints, amount, minAmount, maxAmount, scope, scopeId, from, to } = rule
  if (basis === 'percent' ? basisPoints === null || amount !== null : amount === null || basisPoints !== null) {
    return basis === 'percent' ? 'basisPoints' : 'amount'
  }
  if (minAmount !== null && maxAmount !== null && minAmount > maxAmount) return 'minAmount'
  if ((scope === 'all') !== (scopeId === null)) return 'scopeId'
  return to !== null && to < from ? 'to' : null
}

const SCOPE_TABLES = { producer: 'producer', centre: 'promotion_centre', product: 'product' } as const

async function isThere(sql: Sql, { scope, scopeId }: CommissionRuleBody): Promise<boolean> {
  if (scope === 'all') return true
  if (scope === 'sector') return ['food', 'drink', 'herbal', 'craft', 'ornamental', 'tourism'].includes(scopeId ?? '')
  const found = await sql.query(`SELECT 1 FROM ${SCOPE_TABLES[scope]} WHERE id = ? AND deleted_at IS NULL`, [scopeId])
  return found.length > 0
}

interface RuleRow {
  id: string
  name: string
  payee: CommissionRuleBody['payee']
  basis: CommissionRuleBody['basis']
  basis_points: number | null
  amount: string | null
  min_amount: string | null
  max_amount: string | null
  shipping_basis_points: number
  scope: CommissionRuleBody['scope']
  scope_id: string | null
  position: number
  exclusive_group: string | null
  from_day: string
  to_day: string | null
  sample: boolean
}

interface RateRow extends Omit<RateView, 'basisPoints' | 'from' | 'to'> {
  basis_points: number
  from_day: string
  to_day: string | null
}

function ruleView(row: RuleRow, day: string): CommissionRuleView {
  const dong = (amount: string | null) => (amount === null ? null : toDong(amount))
  return {
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
    from: row.from_day,
    to: row.to_day,
    sample: row.sample,
    inForce: row.from_day <= day && (row.to_day === null || row.to_day >= day),
  }
}
