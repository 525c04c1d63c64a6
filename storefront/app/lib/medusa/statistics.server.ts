import type { RequestContext } from '#app/lib/request-context.server.ts'
import { publicAnswer } from './answer-cache.server.ts'
import type { ShopRow, StatisticsAnswer } from './statistics-types.ts'

/** Everything the figures page shows: statistics, fairs and legal basis, and the shops beside them. Throws ShopError. */
export async function readFigures(context: RequestContext): Promise<StatisticsAnswer & { shops: ShopRow[] }> {
  const [figures, { shops }] = await Promise.all([
    publicAnswer<StatisticsAnswer>(context, '/store/statistics'),
    publicAnswer<{ shops: ShopRow[] }>(context, '/store/shops'),
  ])
  return { ...figures, shops }
}
