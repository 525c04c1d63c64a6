import type { MedusaContainer } from '@medusajs/framework/types'
import { graph } from '../container/graph'
import type { GoodsKind, ReturnReason } from '../modules/after-sale/states'
import type { Sql } from '../money/in-transaction'

/** How long, and for which reasons, goods of a kind may be asked back. */
export interface ReturnTerms {
  goods: GoodsKind
  hours: number
  reasons: ReturnReason[]
}

/** The terms on a day (yyyy-mm-dd, +07): of each kind the newest that has begun. */
export async function returnTermsOn(sql: Sql, day: string): Promise<Record<GoodsKind, ReturnTerms>> {
  const rows = await sql.query<ReturnTerms>(
    `SELECT DISTINCT ON (goods) goods, hours, reasons FROM return_window
     WHERE valid_from <= ? AND deleted_at IS NULL ORDER BY goods, valid_from DESC`,
    [day],
  )
  const nothing = (goods: GoodsKind): ReturnTerms => ({ goods, hours: 0, reasons: [] })
  return {
    ordinary: rows.find(({ goods }) => goods === 'ordinary') ?? nothing('ordinary'),
    perishable: rows.find(({ goods }) => goods === 'perishable') ?? nothing('perishable'),
  }
}

/**
 * Which products do not keep: the listing says so, by its own word. Products nobody said it of are ordinary. Out: their ids.
 */
export async function perishableOf(container: MedusaContainer, productIds: readonly string[]): Promise<Set<string>> {
  const rows = await graph<{ id: string; listing_detail: { perishable: boolean } | null }>(container, {
    entity: 'product',
    fields: ['id', 'listing_detail.*'],
    filters: { id: [...productIds] },
    withDeleted: true,
  })
  return new Set(rows.flatMap((row) => (row.listing_detail?.perishable === true ? [row.id] : [])))
}

/** True while goods delivered at a moment may still be asked back for a reason. */
export function mayAskBack(terms: ReturnTerms, reason: ReturnReason, deliveredAt: Date, now: Date): boolean {
  return terms.reasons.includes(reason) && now.getTime() <= deliveredAt.getTime() + terms.hours * 3_600_000
}
