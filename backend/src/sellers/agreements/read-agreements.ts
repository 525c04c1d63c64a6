import type { MedusaContainer } from '@medusajs/framework/types'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../../http/api-error'
import { inTransaction, type Sql } from '../../money/in-transaction'
import { foldText, likePattern } from '../../text/fold-text'
import { type AgreementStanding, type AgreementState, standingOn } from './agreement-rules'

interface Named {
  id: string
  name: string
}

/** An agreement, or a proposal of one, as both sides see it. Days are yyyy-mm-dd at +07, both included. */
export interface AgreementView {
  id: string
  producer: Named
  centre: Named
  /** Null for all products of the producer. */
  products: Named[] | null
  /** Of the goods' price, in basis points. */
  shareBps: number
  firstDay: string
  lastDay: string | null
  standing: AgreementStanding
  /** It has been ended, with a last day that may be to come. */
  closing: boolean
  note: string | null
  /** Why it was declined or ended. */
  reason: string | null
  /** UTC, ISO 8601. */
  proposedAt: string
  sample: boolean
}

interface AgreementRow {
  id: string
  producer_id: string
  producer_name: string
  centre_id: string
  centre_name: string
  product_ids: string[] | null
  products: Named[] | null
  share_bps: number
  first_day: string
  last_day: string | null
  state: AgreementState
  note: string | null
  end_reason: string | null
  created_at: Date | string
  sample: boolean
}

/** The agreements of one side, what waits for an answer first, then the newest. At most 500. */
export async function readAgreements(
  container: MedusaContainer,
  of: { producerId: string } | { centreId: string },
): Promise<AgreementView[]> {
  const [column, id] = 'producerId' in of ? ['producer_id', of.producerId] : ['centre_id', of.centreId]
  const today = vietnamDay(new Date())
  const rows = await inTransaction(container, (sql) =>
    sql.query<AgreementRow>(
      `SELECT a.id, a.producer_id, p.name AS producer_name, a.centre_id, c.name AS centre_name, a.product_ids, a.share_bps,
         a.first_day, a.last_day, a.state, a.note, a.end_reason, a.created_at, a.sample,
         (SELECT json_agg(json_build_object('id', g.id, 'name', g.title) ORDER BY g.title)
          FROM product g WHERE g.id = ANY (a.product_ids)) AS products
       FROM centre_agreement a
       JOIN producer p ON p.id = a.producer_id
       JOIN promotion_centre c ON c.id = a.centre_id
       WHERE a.${column} = ? AND a.deleted_at IS NULL
       ORDER BY a.state <> 'offered', a.created_at DESC, a.id DESC LIMIT 500`,
      [id],
    ),
  )
  return rows.map((row) => toView(row, today))
}

function toView(row: AgreementRow, today: string): AgreementView {
  const days = { state: row.state, firstDay: row.first_day, lastDay: row.last_day }
  return {
    id: row.id,
    producer: { id: row.producer_id, name: row.producer_name },
    centre: { id: row.centre_id, name: row.centre_name },
    products: row.product_ids === null ? null : (row.products ?? []),
    shareBps: row.share_bps,
    firstDay: row.first_day,
    lastDay: row.last_day,
    standing: standingOn(days, today),
    closing: row.state === 'ended',
    note: row.note,
    reason: row.end_reason,
    proposedAt: new Date(row.created_at).toISOString(),
    sample: row.sample,
  }
}

/** Producers whose name has these words, at most 20; none for an empty question. */
export async function findProducers(container: MedusaContainer, q: string): Promise<(Named & { province: string })[]> {
  if (q.trim() === '') return []
  return await inTransaction(container, (sql) =>
    sql.query<Named & { province: string }>(
      `SELECT p.id, p.name, coalesce(v.name, '') AS province FROM producer p LEFT JOIN province v ON v.code = p.province_code
       WHERE p.deleted_at IS NULL AND p.status = 'open' AND p.name_folded LIKE ? ORDER BY p.name_folded, p.id LIMIT 20`,
      [likePattern(foldText(q))],
    ),
  )
}

/** A producer with its products by title. Throws ApiError 404. */
export async function producerGoods(container: MedusaContainer, id: string): Promise<Named & { products: Named[] }> {
  return await inTransaction(container, async (sql) => {
    const [producer] = await sql.query<Named>(
      "SELECT id, name FROM producer WHERE id = ? AND status = 'open' AND deleted_at IS NULL",
      [id],
    )
    if (!producer) throw new ApiError(404, 'not_found')
    return { ...producer, products: await productsOf(sql, id) }
  })
}

/** The products of a producer by title, in the caller's transaction. */
export async function productsOf(sql: Sql, producerId: string): Promise<Named[]> {
  return await sql.query<Named>(
    `SELECT g.id, g.title AS name FROM product g
     JOIN product_product_producer_producer l ON l.product_id = g.id AND l.deleted_at IS NULL
     WHERE l.producer_id = ? AND g.deleted_at IS NULL ORDER BY g.title, g.id`,
    [producerId],
  )
}
