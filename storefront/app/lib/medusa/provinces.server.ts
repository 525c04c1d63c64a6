import type { RequestContext } from '#app/lib/request-context.server.ts'
import { publicAnswer } from './answer-cache.server.ts'
import type { ProvinceAnswer, ProvinceSummary } from './types.ts'

/** All 34 provinces and cities with how many communes and products each has. Throws ShopError. */
export async function listProvinces(context: RequestContext): Promise<ProvinceSummary[]> {
  const { provinces } = await publicAnswer<{ provinces: ProvinceSummary[] }>(context, '/store/provinces')
  return provinces
}

/** A province, the provinces it was merged from, its products and producers. Throws ShopError, `not_found` for an unknown slug. */
export function readProvince(context: RequestContext, slug: string): Promise<ProvinceAnswer> {
  return publicAnswer(context, `/store/provinces/${encodeURIComponent(slug)}`, { locale: context.locale })
}
