import type { Database } from '../storage/database.ts'
import { lotTracesOfProduct } from '../storage/lots.ts'
import { partyOfProduct } from '../storage/products.ts'
import { areasOfProduct } from '../storage/source-areas.ts'
import { vietnamDay } from '../verify/recognition-state.ts'
import type { LotView, SourceAreaView } from '../verify/verdict.ts'

const MOST_LOTS = 10

/**
 * What a product page shows of origin: source areas of the product and of its lots, and at most ten lots, those on sale
 * first. A product nobody has recorded anything of has empty lists.
 */
export async function productTrace(
  db: Database,
  productRef: string,
  now: Date,
): Promise<{ sourceAreas: SourceAreaView[]; lots: LotView[] }> {
  const partyNo = productRef.includes('\0') ? null : await partyOfProduct(db, productRef)
  if (partyNo === null) return { sourceAreas: [], lots: [] }
  const [areas, lots] = await Promise.all([
    areasOfProduct(db, partyNo, productRef),
    lotTracesOfProduct(db, partyNo, productRef, vietnamDay(now), MOST_LOTS),
  ])
  const byRef = new Map([...lots.flatMap((lot) => lot.sourceAreas), ...areas].map((area) => [area.ref, area]))
  return { sourceAreas: [...byRef.values()], lots }
}
