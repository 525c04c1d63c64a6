import type { ComingFair, FairCatalogue } from '#app/lib/centre/fair-types.ts'
import type { RequestContext } from '#app/lib/request-context.server.ts'
import { publicAnswer } from './answer-cache.server.ts'

/** Fairs of promotion centres that are planned or open. Throws ShopError. */
export function listFairs(context: RequestContext): Promise<{ fairs: ComingFair[] }> {
  return publicAnswer(context, '/store/fairs', { locale: context.locale })
}

/** A fair with its catalogue. Throws ShopError, `not_found` for an unknown slug. */
export function readFair(context: RequestContext, slug: string): Promise<FairCatalogue> {
  return publicAnswer(context, `/store/fairs/${encodeURIComponent(slug)}`, { locale: context.locale })
}
