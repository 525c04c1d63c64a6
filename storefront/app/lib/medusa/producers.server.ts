import type { RequestContext } from '#app/lib/request-context.server.ts'
import { publicAnswer } from './answer-cache.server.ts'
import type { ProducerAnswer, ProducersAnswer } from './types.ts'

/** One page of producers; `q` is free text, `province` a code. Throws ShopError. */
export function findProducers(
  context: RequestContext,
  { q, province, page }: { q: string; province: string | null; page: number },
): Promise<ProducersAnswer> {
  return publicAnswer(context, '/store/producers', {
    q: q || undefined,
    province: province ?? undefined,
    page: page > 1 ? page : undefined,
    locale: context.locale,
  })
}

/** A producer and its products. Throws ShopError, `not_found` for an unknown handle. */
export function readProducer(context: RequestContext, handle: string): Promise<ProducerAnswer> {
  return publicAnswer(context, `/store/producers/${encodeURIComponent(handle)}`, { locale: context.locale })
}
