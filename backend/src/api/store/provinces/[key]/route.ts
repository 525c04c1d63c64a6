import type { MedusaResponse, MedusaStoreRequest } from '@medusajs/framework/http'
import { ApiError } from '../../../../http/api-error'
import { cachePublicly } from '../../../../http/cache-headers'
import { formerProvinces, provinceSummaries } from '../../../../places/province-summaries'
import { listProducers } from '../../../../producers/list-producers'
import { searchCatalogue } from '../../../../search/catalogue'
import type { LocaleQuery } from '../../validators'

const MOST_PRODUCERS = 60

/** `GET /store/provinces/:slug`: a province, what it was merged from, its products and producers. */
export async function GET(req: MedusaStoreRequest, res: MedusaResponse): Promise<void> {
  const { locale } = req.validatedQuery as unknown as LocaleQuery
  const salesChannelIds = req.publishable_key_context.sales_channel_ids
  const provinces = await provinceSummaries(req.scope, salesChannelIds)
  const province = provinces.find((candidate) => candidate.slug === req.params.key)
  if (!province) throw new ApiError(404, 'not_found')
  const [former, catalogue, producers] = await Promise.all([
    formerProvinces(req.scope, province.code),
    searchCatalogue(req.scope, {
      salesChannelIds,
      province: [province.code],
      perPage: 60,
      facets: false,
      ...(locale === undefined ? {} : { locale }),
    }),
    listProducers(req.scope, { province: province.code, page: 1, perPage: MOST_PRODUCERS }),
  ])
  cachePublicly(res)
  res.json({ province, formerProvinces: former, products: catalogue.items, producers: producers.items })
}
