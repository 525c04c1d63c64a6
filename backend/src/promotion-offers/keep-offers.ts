import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { z } from '@medusajs/framework/zod'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../http/api-error'
import { OFFER_BEARERS, OFFER_KINDS, OFFER_SCOPES } from '../modules/promotion-offer/kinds'
import { toDong } from '../money/dong'
import { inTransaction, type Sql } from '../money/in-transaction'
import { type AuditActor, recordAuditIn } from '../officials/record-audit'

const id = z.string().trim().min(1).max(100)
const dong = z.number().int().min(0).max(1_000_000_000)
const count = z.number().int().min(1).max(10_000_000)

/** A new promotion. Percents are hundredths of a percent, amounts whole đồng, days at +07 and inclusive. */
export const OfferBodySchema = z.object({
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{3,20}$/),
  titleVi: z.string().trim().min(2).max(120),
  titleEn: z.string().trim().min(2).max(120),
  kind: z.enum(OFFER_KINDS),
  value: z.number().int().min(1).max(1_000_000_000).nullable().default(null),
  bearer: z.enum(OFFER_BEARERS),
  centreId: id.nullable().default(null),
  scope: z.enum(OFFER_SCOPES),
  producerId: id.nullable().default(null),
  productIds: z.array(id).max(200).default([]),
  minSpend: dong.default(0),
  maxDiscount: dong.min(1).nullable().default(null),
  firstDay: z.iso.date(),
  lastDay: z.iso.date().nullable().default(null),
  maxUses: count.nullable().default(null),
  maxUsesPerBuyer: count.nullable().default(null),
  stackingGroup: z.string().trim().min(1).max(50),
})
export type OfferBody = z.infer<typeof OfferBodySchema>

export const OffersQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(20),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})
export type OffersQuery = z.infer<typeof OffersQuerySchema>

export interface OfferView extends OfferBody {
  id: string
  uses: number
  /** Đồng it has taken off, of orders that were not given up. */
  given: number
  endedAt: string | null
  sample: boolean
}

interface OfferRow {
  id: string
  code: string
  title_vi: string
  title_en: string
  kind: OfferBody['kind']
  value: string | null
  bearer: OfferBody['bearer']
  centre_id: string | null
  scope: OfferBody['scope']
  producer_id: string | null
  product_ids: string[]
  min_spend: string
  max_discount: string | null
  first_day: string
  last_day: string | null
  max_uses: number | null
  max_uses_per_buyer: number | null
  stacking_group: string
  uses: number
  given: string
  ended_at: Date | string | null
  sample: boolean
}

const NOWHERE = { provinceCode: null, communeCode: null }

/** Promotions, the latest beginning first, with how much each has given. */
export async function listOffers(
  sql: Sql,
  { limit, offset }: OffersQuery,
): Promise<{ offers: OfferView[]; count: number }> {
  const rows = await sql.query<OfferRow>(
    `SELECT o.*, coalesce((SELECT sum(u.amount) FROM promotion_use u WHERE u.offer_id = o.id AND u.released_at IS NULL), 0)::text AS given
     FROM promotion_offer o WHERE o.deleted_at IS NULL ORDER BY o.first_day DESC, o.code LIMIT ? OFFSET ?`,
    [limit, offset],
  )
  const [all] = await sql.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM promotion_offer WHERE deleted_at IS NULL',
  )
  return { offers: rows.map(viewOf), count: all?.count ?? 0 }
}

function viewOf(row: OfferRow): OfferView {
  return {
    id: row.id,
    code: row.code,
    titleVi: row.title_vi,
    titleEn: row.title_en,
    kind: row.kind,
    value: row.value === null ? null : toDong(row.value),
    bearer: row.bearer,
    centreId: row.centre_id,
    scope: row.scope,
    producerId: row.producer_id,
    productIds: row.product_ids,
    minSpend: toDong(row.min_spend),
    maxDiscount: row.max_discount === null ? null : toDong(row.max_discount),
    firstDay: row.first_day,
    lastDay: row.last_day,
    maxUses: row.max_uses,
    maxUsesPerBuyer: row.max_uses_per_buyer,
    stackingGroup: row.stacking_group,
    uses: row.uses,
    given: toDong(row.given),
    endedAt: row.ended_at === null ? null : new Date(row.ended_at).toISOString(),
    sample: row.sample,
  }
}

/**
 * Adds a promotion by code; what it says never changes afterwards. Out: its id. Throws ApiError 422 `offer_invalid` (the field is named) for one
 * that contradicts itself, ends before today, or is for whom there is not; 409 `offer_code_taken`.
 */
export async function addOffer(
  container: MedusaContainer,
  offer: OfferBody,
  actor: AuditActor,
  now: Date,
): Promise<string> {
  const field = faultOf(offer, vietnamDay(now))
  if (field !== null) throw new ApiError(422, 'offer_invalid', { field })
  return await inTransaction(container, async (sql) => {
    const missing = await missingIn(sql, offer)
    if (missing !== null) throw new ApiError(422, 'offer_invalid', { field: missing })
    const offerId = generateEntityId(undefined, 'offer')
    const made = await sql.query(
      `INSERT INTO promotion_offer (id, code, title_vi, title_en, kind, value, bearer, centre_id, scope, producer_id, product_ids,
         min_spend, max_discount, first_day, last_day, max_uses, max_uses_per_buyer, stacking_group)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id`,
      [
        ...[offerId, offer.code, offer.titleVi, offer.titleEn, offer.kind, offer.value, offer.bearer, offer.centreId],
        ...[offer.scope, offer.producerId, offer.productIds, offer.minSpend, offer.maxDiscount, offer.firstDay],
        ...[offer.lastDay, offer.maxUses, offer.maxUsesPerBuyer, offer.stackingGroup],
      ],
    )
    if (made.length === 0) throw new ApiError(409, 'offer_code_taken', { field: 'code' })
    const subject = { type: 'promotion_offer', id: offerId }
    const details = { code: offer.code, kind: offer.kind, bearer: offer.bearer }
    await recordAuditIn(sql, { actor, verb: 'promotion:add', subject, place: NOWHERE, details })
    return offerId
  })
}

/** Ends a promotion at once: no cart takes it any more, orders keep what they were given. Ending again changes nothing. Throws ApiError 404. */
export async function endOffer(container: MedusaContainer, offerId: string, actor: AuditActor): Promise<void> {
  await inTransaction(container, async (sql) => {
    const [offer] = await sql.query<{ ended_at: Date | null }>(
      'SELECT ended_at FROM promotion_offer WHERE id = ? AND deleted_at IS NULL FOR UPDATE',
      [offerId],
    )
    if (!offer) throw new ApiError(404, 'not_found')
    if (offer.ended_at !== null) return
    await sql.query('UPDATE promotion_offer SET ended_at = now(), updated_at = now() WHERE id = ?', [offerId])
    const subject = { type: 'promotion_offer', id: offerId }
    await recordAuditIn(sql, { actor, verb: 'promotion:end', subject, place: NOWHERE })
  })
}

/** The field that contradicts another; null for an offer that holds together. A producer bears only what is for its own goods. */
function faultOf(offer: OfferBody, today: string): keyof OfferBody | null {
  if ((offer.kind === 'free_delivery') !== (offer.value === null)) return 'value'
  if (offer.kind === 'percent' && (offer.value ?? 0) > 10_000) return 'value'
  if ((offer.bearer === 'centre') !== (offer.centreId !== null)) return 'centreId'
  if (offer.bearer === 'producer' && offer.scope === 'all') return 'scope'
  if (offer.producerId === null && (offer.scope === 'producer' || offer.bearer === 'producer')) return 'producerId'
  if (offer.scope === 'all' && offer.producerId !== null) return 'producerId'
  if ((offer.scope === 'products') !== offer.productIds.length > 0) return 'productIds'
  return offer.lastDay !== null && (offer.lastDay < offer.firstDay || offer.lastDay < today) ? 'lastDay' : null
}

async function missingIn(sql: Sql, offer: OfferBody): Promise<keyof OfferBody | null> {
  const there = async (table: 'producer' | 'promotion_centre', known: string | null) =>
    known === null ||
    (await sql.query(`SELECT 1 FROM ${table} WHERE id = ? AND deleted_at IS NULL`, [known])).length > 0
  if (!(await there('producer', offer.producerId))) return 'producerId'
  if (!(await there('promotion_centre', offer.centreId))) return 'centreId'
  const products = await sql.query<{ id: string }>('SELECT id FROM product WHERE id = ANY(?) AND deleted_at IS NULL', [
    offer.productIds,
  ])
  if (products.length !== new Set(offer.productIds).size) return 'productIds'
  if (offer.bearer !== 'producer' || offer.productIds.length === 0) return null
  const foreign = await sql.query(
    `SELECT 1 FROM product_product_producer_producer l WHERE l.product_id = ANY(?) AND l.producer_id <> ? AND l.deleted_at IS NULL LIMIT 1`,
    [offer.productIds, offer.producerId],
  )
  return foreign.length > 0 ? 'productIds' : null
}
