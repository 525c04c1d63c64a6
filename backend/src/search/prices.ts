import type { RemoteQueryFunction } from '@medusajs/framework/types'
import { QueryContext } from '@medusajs/framework/utils'
import { CURRENCY } from '../money/dong'

/**
 * What variants cost in a cart of the VND region, price lists included.
 * Out: Medusa's amount by variant id; a variant without a price is absent.
 */
export async function pricesOf(
  variantIds: readonly string[],
  query: Pick<RemoteQueryFunction, 'graph'>,
): Promise<Map<string, unknown>> {
  if (variantIds.length === 0) return new Map()
  const { data: regions } = await query.graph({
    entity: 'region',
    fields: ['id'],
    filters: { currency_code: CURRENCY },
    pagination: { take: 1, skip: 0, order: { created_at: 'ASC' } },
  })
  const { data: variants } = await query.graph({
    entity: 'variant',
    fields: ['id', 'calculated_price.calculated_amount'],
    filters: { id: [...variantIds] },
    context: {
      calculated_price: QueryContext({
        currency_code: CURRENCY,
        ...(regions[0] ? { region_id: regions[0].id } : {}),
      }),
    },
  })
  const priced = variants as { id: string; calculated_price?: { calculated_amount: unknown } | null }[]
  return new Map(
    priced.flatMap(({ id, calculated_price: price }) => {
      const amount = price?.calculated_amount
      return amount === undefined || amount === null ? [] : [[id, amount] as const]
    }),
  )
}
