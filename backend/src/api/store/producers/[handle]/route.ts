import type { MedusaResponse, MedusaStoreRequest } from '@medusajs/framework/http'
import { graph } from '../../../../container/graph'
import { ApiError } from '../../../../http/api-error'
import { cachePublicly } from '../../../../http/cache-headers'
import { PRODUCER_FIELDS, type ProducerRow, toProducerCard } from '../../../../producers/producer-card'
import { searchCatalogue } from '../../../../search/catalogue'
import type { LocaleQuery } from '../../validators'

/** `GET /store/producers/:handle`: a producer and its products on sale. */
export async function GET(req: MedusaStoreRequest, res: MedusaResponse): Promise<void> {
  const { locale } = req.validatedQuery as unknown as LocaleQuery
  const [row] = await graph<ProducerRow>(req.scope, {
    entity: 'producer',
    fields: PRODUCER_FIELDS,
    filters: { handle: req.params.handle, status: 'open' },
  })
  if (!row) throw new ApiError(404, 'not_found')
  const { items } = await searchCatalogue(req.scope, {
    salesChannelIds: req.publishable_key_context.sales_channel_ids,
    producer: [row.handle],
    perPage: 60,
    facets: false,
    ...(locale === undefined ? {} : { locale }),
  })
  cachePublicly(res)
  res.json({
    producer: {
      ...toProducerCard(row),
      story: (locale === 'en' ? row.story_en : null) ?? row.story_vi,
      phone: row.phone,
    },
    products: items,
  })
}
