import type { MedusaContainer } from '@medusajs/framework/types'
import { vietnamDay } from '@sao-lang/traceability/verify'
import type { Tenant } from '../http/tenant'
import { inTransaction } from '../money/in-transaction'
import { byExpiry, firstExpired, mayLeave } from './first-expired'
import { readLotStock } from './lot-stock'
import { isSet, linesOfOrder } from './order-lines'
import { requireOwnOrder } from './own-order'
import { goodsToPack, packedOf, waitingFor } from './pack-order'

/** What the packing page shows of a line: what is left to pack, which lots the rule gives, and which others there are. */
export interface PackingLine {
  lineId: string
  productId: string
  title: string
  variant: string | null
  left: number
  /** Packages no lot covers; 0 when all are, or when the product has no lots in the book. */
  short: number
  booked: boolean
  /** First day of the harvest it was ordered ahead of, before which it is not packed; null when it can be packed. */
  waitsFor: string | null
  /** What a gift set holds, and how many of each in one; empty for anything else. */
  parts: { productId: string; title: string; each: number }[]
  lots: {
    productId: string
    lotRef: string
    lotCode: string
    bestBefore: string | null
    packedOn: string | null
    free: number | null
    given: number
    unfit: 'recalled' | 'expired' | null
  }[]
}

/** What is left to pack of an order, with lots first expired first out. Throws ApiError 404, 503 `journal_away`. */
export async function packingSheet(
  container: MedusaContainer,
  tenant: Tenant,
  orderId: string,
): Promise<PackingLine[]> {
  await requireOwnOrder(container, tenant, orderId)
  const lines = await linesOfOrder(container, orderId)
  const { packed, waiting } = await inTransaction(container, async (sql) => ({
    packed: await packedOf(sql, orderId),
    waiting: await waitingFor(sql, lines),
  }))
  const today = vietnamDay(new Date())
  const { lots } = await readLotStock(container, tenant.partyRef, [
    ...new Set(lines.flatMap((line) => line.goods.map((good) => good.productId))),
  ])
  const booked = new Set(lots.map((lot) => lot.productId))
  const left = lines.map((line) => ({ line, left: line.quantity - (packed.get(line.id) ?? 0) }))
  const { picks, short } = firstExpired(
    left
      .filter((each) => each.left > 0 && !waiting.has(each.line.id))
      .flatMap((each) => goodsToPack({ line: each.line, quantity: each.left }))
      .filter(({ productId }) => booked.has(productId)),
    lots,
    today,
  )
  return left.map(({ line, left: wanted }) => ({
    lineId: line.id,
    productId: line.productId,
    title: line.title,
    variant: line.variantTitle,
    left: wanted,
    short: short.get(line.id) ?? 0,
    booked: line.goods.some((good) => booked.has(good.productId)),
    waitsFor: waiting.get(line.id) ?? null,
    parts: isSet(line) ? line.goods : [],
    lots: lots
      .filter(
        (lot) => line.goods.some((good) => good.productId === lot.productId) && !lot.withdrawn && (lot.free ?? 1) > 0,
      )
      .sort(byExpiry)
      .map((lot) => ({
        productId: lot.productId,
        lotRef: lot.ref,
        lotCode: lot.code,
        bestBefore: lot.bestBefore,
        packedOn: lot.packedOn,
        free: lot.free,
        given: picks.find((pick) => pick.lineId === line.id && pick.lotRef === lot.ref)?.quantity ?? 0,
        unfit: mayLeave(lot, today) ? null : lot.recalled ? ('recalled' as const) : ('expired' as const),
      })),
  }))
}
