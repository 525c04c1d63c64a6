import type { MedusaContainer } from '@medusajs/framework/types'
import type { BookedLot } from '@sao-lang/traceability/storage/lot-book'
import { graph } from '../container/graph'
import { ApiError } from '../http/api-error'
import { askTrace, jsonOf } from '../journal/ask-trace'
import { traceService } from '../journal/pass-on'
import type { PackableLot } from './first-expired'

/** A lot of the book with what one package of it takes from its balance. */
export interface StockLot extends PackableLot {
  lotNo: string
  /** Net content of one package; null when nobody said. */
  net: { value: number; unit: string } | null
}

/** The lots of a producer's products, and when they were read: parcels told to the book later are not yet taken off. */
export interface LotStock {
  lots: StockLot[]
  readAt: Date
}

const MOST_PAGES = 40
const BASE: Record<string, { measure: 'g' | 'ml'; amount: number }> = {
  g: { measure: 'g', amount: 1 },
  gam: { measure: 'g', amount: 1 },
  kg: { measure: 'g', amount: 1_000 },
  ml: { measure: 'ml', amount: 1 },
  l: { measure: 'ml', amount: 1_000 },
  lít: { measure: 'ml', amount: 1_000 },
}

/**
 * Reads the lots of products from the producer's book: those with goods left, and those that were recalled (which a packer has to see
 * refused, not missing). Throws ApiError 503 `journal_away`.
 */
export async function readLotStock(
  container: MedusaContainer,
  partyRef: string,
  productIds: readonly string[],
): Promise<LotStock> {
  const readAt = new Date()
  const wanted = new Set(productIds)
  const [open, recalled, contents] = await Promise.all([
    lotsInState(partyRef, 'open', wanted),
    lotsInState(partyRef, 'recalled', wanted),
    netContents(container, productIds),
  ])
  const lots = new Map([...open, ...recalled].map((lot) => [lot.lotNo, lot]))
  return { readAt, lots: [...lots.values()].map((lot) => stockLot(lot, contents.get(lot.productRef ?? '') ?? null)) }
}

async function lotsInState(partyRef: string, state: string, wanted: ReadonlySet<string>): Promise<BookedLot[]> {
  const found: BookedLot[] = []
  let after: string | undefined
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await askTrace(traceService(), partyRef, {
      method: 'GET',
      path: ['parties', partyRef, 'lots'],
      query: { state, after },
    })
    if (answer.status !== 200) throw new ApiError(503, 'journal_away')
    const { lots, next } = jsonOf(answer) as { lots: BookedLot[]; next: string | null }
    found.push(...lots.filter((lot) => lot.kind === 'product' && wanted.has(lot.productRef ?? '')))
    if (next === null) break
    after = next
  }
  return found
}

/** A lot in whole packages. One that was booked by weight counts packages of the product's net content. */
export function stockLot(lot: BookedLot, content: string | null): StockLot {
  const net = packageOf(lot, content)
  const base = net === null ? null : baseOf(net)
  const free =
    lot.left === null || base === null || base.amount <= 0 || base.measure !== lot.measure
      ? null
      : Math.floor(lot.left / base.amount)
  return {
    ref: lot.ref,
    lotNo: lot.lotNo,
    code: lot.lotCode,
    productId: lot.productRef ?? '',
    bestBefore: lot.bestBefore,
    packedOn: lot.packedOn,
    recalled: lot.recall !== null,
    withdrawn: lot.withdrawn,
    free,
    net: free === null ? null : net,
  }
}

function packageOf(lot: BookedLot, content: string | null): { value: number; unit: string } | null {
  if (lot.measure === 'piece') return { value: 1, unit: 'gói' }
  if (lot.packs !== null && lot.packs > 0 && lot.amount !== null && lot.measure !== null) {
    return { value: lot.amount / lot.packs, unit: lot.measure }
  }
  const [, value, unit] = /^\s*([0-9]+(?:[.,][0-9]+)?)\s*([\p{L}]+)\s*$/u.exec(content ?? '') ?? []
  if (value === undefined || unit === undefined) return null
  const known = unit.normalize('NFC').toLowerCase()
  return BASE[known] ? { value: Number(value.replace(',', '.')), unit: known } : null
}

function baseOf({ value, unit }: { value: number; unit: string }): { measure: 'g' | 'ml' | 'piece'; amount: number } {
  const known = BASE[unit]
  return known
    ? { measure: known.measure, amount: Math.round(value * known.amount) }
    : { measure: 'piece', amount: value }
}

async function netContents(
  container: MedusaContainer,
  productIds: readonly string[],
): Promise<Map<string, string | null>> {
  const rows = await graph<{ id: string; listing_detail: { net_content: string | null } | null }>(container, {
    entity: 'product',
    fields: ['id', 'listing_detail.net_content'],
    filters: { id: [...productIds] },
    withDeleted: true,
  })
  return new Map(rows.map((row) => [row.id, row.listing_detail?.net_content ?? null]))
}
