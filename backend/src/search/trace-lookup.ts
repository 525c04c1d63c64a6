import type { Logger } from '@medusajs/framework/types'
import type { LotView, SourceAreaView } from '@sao-lang/traceability/verify'

/** What the traceability service knows of a product. `available` is false when it could not be asked. */
export interface ProductTrace {
  available: boolean
  sourceAreas: SourceAreaView[]
  lots: LotView[]
}

const TIMEOUT_MS = 1_000
const PARALLEL = 8

/**
 * Asks the traceability service for a product's source areas and lots. Never throws: a page must stand without it, so a
 * service that is away or takes longer than a second answers empty lists with `available: false`.
 */
export async function traceOf(traceUrl: string, productId: string): Promise<ProductTrace> {
  try {
    const url = new URL(`/products/${encodeURIComponent(productId)}/trace`, traceUrl)
    const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (answer.status === 404) return { available: true, sourceAreas: [], lots: [] }
    if (!answer.ok) return UNAVAILABLE
    const { sourceAreas, lots } = (await answer.json()) as Partial<ProductTrace>
    return { available: true, sourceAreas: sourceAreas ?? [], lots: lots ?? [] }
  } catch {
    return UNAVAILABLE
  }
}

const UNAVAILABLE: ProductTrace = { available: false, sourceAreas: [], lots: [] }

/**
 * Which of some products have a lot on record. Gives up at the first failure, so that a service that is away does not
 * hold up an index; the products it was not asked about count as untraced until their next change.
 */
export async function tracedProducts(
  traceUrl: string,
  productIds: readonly string[],
  logger: Logger,
): Promise<Set<string>> {
  const traced = new Set<string>()
  const queue = [...productIds]
  let away = false
  const worker = async (): Promise<void> => {
    for (let id = queue.pop(); id !== undefined && !away; id = queue.pop()) {
      const trace = await traceOf(traceUrl, id)
      if (!trace.available) away = true
      else if (trace.lots.length > 0) traced.add(id)
    }
  }
  await Promise.all(Array.from({ length: PARALLEL }, worker))
  if (away) logger.warn('The traceability service did not answer: some cards do not say that a product is traceable.')
  return traced
}
