import { randomUUID } from 'node:crypto'
import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../../http/api-error'
import { inTransaction, type Sql } from '../../money/in-transaction'
import { recordAuditIn } from '../../officials/record-audit'
import { foldText } from '../../text/fold-text'
import type { AtCentre } from '../at-centre'
import type { FairBody } from './bodies'
import { daysFit, isUnderWay } from './fair-rules'
import { lockFair } from './lock-fair'

/**
 * Plans a fair of the centre; from then on it stands on the public list. Out: its id. Its slug is made of its name once and stays, so that
 * printed codes go on leading there. Throws ApiError 409 `fair_exists`, 422 `fair_days`, `fair_past`, `province_unknown`.
 */
export async function makeFair(container: MedusaContainer, at: AtCentre, fair: FairBody): Promise<string> {
  requireDays(fair)
  if (fair.lastDay < vietnamDay(new Date())) throw new ApiError(422, 'fair_past', { field: 'lastDay' })
  return await inTransaction(container, async (sql) => {
    await requireProvince(sql, fair.provinceCode)
    await refuseTwin(sql, at.centreId, fair, null)
    const id = generateEntityId(undefined, 'cfair')
    const made = await sql.query(
      `INSERT INTO centre_fair (id, centre_id, slug, name, place, address, province_code, first_day, last_day, note, made_by, made_by_name,
         sample)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id`,
      [
        ...[id, at.centreId, await freeSlug(sql, fair), fair.name, fair.place, fair.address, fair.provinceCode],
        ...[fair.firstDay, fair.lastDay, fair.note, at.by.id, at.by.name, at.by.sample],
      ],
    )
    if (made.length === 0) throw new ApiError(409, 'fair_exists', { field: 'name' })
    await recordAuditIn(sql, {
      ...{ actor: at.actor, verb: 'centre:make_fair', subject: { type: 'centre_fair', id }, place: at.place },
      details: { name: fair.name, from: fair.firstDay, to: fair.lastDay },
    })
    return id
  })
}

/**
 * Changes a fair that is planned or open; its booths take over name and address. Throws ApiError 404, 409 `fair_state`, `fair_exists`,
 * 422 `fair_days`, `province_unknown`.
 */
export async function changeFair(
  container: MedusaContainer,
  at: AtCentre,
  fairId: string,
  fair: FairBody,
): Promise<void> {
  requireDays(fair)
  await inTransaction(container, async (sql) => {
    const known = await lockFair(sql, at.centreId, fairId)
    if (!isUnderWay(known.state)) throw new ApiError(409, 'fair_state')
    await requireProvince(sql, fair.provinceCode)
    await refuseTwin(sql, at.centreId, fair, fairId)
    await sql.query(
      `UPDATE centre_fair SET name = ?, place = ?, address = ?, province_code = ?, first_day = ?, last_day = ?, note = ?, changed_at = now()
       WHERE id = ?`,
      [fair.name, fair.place, fair.address, fair.provinceCode, fair.firstDay, fair.lastDay, fair.note, fairId],
    )
    await sql.query(
      `UPDATE shop s SET name = b.name || ', ' || ?, address = ?, province_code = ?, updated_at = now()
       FROM fair_booth b WHERE b.shop_id = s.id AND b.fair_id = ?`,
      [fair.name, boothAddress(fair), fair.provinceCode, fairId],
    )
    await recordAuditIn(sql, {
      ...{ actor: at.actor, verb: 'centre:change_fair', subject: { type: 'centre_fair', id: fairId }, place: at.place },
      details: { name: fair.name, from: fair.firstDay, to: fair.lastDay },
    })
  })
}

/** Where the booths of a fair stand, as a shop's address. */
export function boothAddress({ place, address }: Pick<FairBody, 'place' | 'address'>): string {
  return `${place}, ${address}`
}

function requireDays({ firstDay, lastDay }: FairBody): void {
  if (!daysFit(firstDay, lastDay)) throw new ApiError(422, 'fair_days', { field: 'lastDay' })
}

async function requireProvince(sql: Sql, code: string): Promise<void> {
  const [province] = await sql.query('SELECT 1 FROM province WHERE code = ? AND deleted_at IS NULL', [code])
  if (!province) throw new ApiError(422, 'province_unknown', { field: 'provinceCode' })
}

async function refuseTwin(sql: Sql, centreId: string, fair: FairBody, exceptId: string | null): Promise<void> {
  const [twin] = await sql.query(
    `SELECT 1 FROM centre_fair
     WHERE centre_id = ? AND lower(name) = lower(?) AND first_day = ? AND state <> 'cancelled' AND id IS DISTINCT FROM ?`,
    [centreId, fair.name, fair.firstDay, exceptId],
  )
  if (twin) throw new ApiError(409, 'fair_exists', { field: 'name' })
}

async function freeSlug(sql: Sql, { name }: FairBody): Promise<string> {
  const plain = foldText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const slug = plain === '' ? 'hoi-cho' : plain
  const [taken] = await sql.query('SELECT 1 FROM centre_fair WHERE slug = ?', [slug])
  return taken ? `${slug}-${randomUUID().slice(0, 6)}` : slug
}
