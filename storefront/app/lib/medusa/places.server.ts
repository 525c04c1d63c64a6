import type { RequestContext } from '#app/lib/request-context.server.ts'
import { publicAnswer } from './answer-cache.server.ts'
import { ShopError } from './client.server.ts'
import type { ProvinceSummary } from './types.ts'

/** A commune, ward or special zone: the lower of the two tiers since 1/7/2025. */
export interface CommuneOption {
  code: string
  name: string
  type: string
}

/** Provinces and communes change by law: the last answer, 35 at most, serves while the shop is away. */
const lastKnown = new Map<string, unknown>()

async function placesAnswer<T>(context: RequestContext, path: string): Promise<T> {
  try {
    const answer = await publicAnswer<T>(context, path)
    lastKnown.set(path, answer)
    return answer
  } catch (error) {
    const known = lastKnown.get(path)
    if (known === undefined || !(error instanceof ShopError) || error.kind !== 'unavailable') throw error
    return known as T
  }
}

/** The provinces in the shop's order. Throws ShopError. */
export async function listProvinces(context: RequestContext): Promise<ProvinceSummary[]> {
  return (await placesAnswer<{ provinces: ProvinceSummary[] }>(context, '/store/provinces')).provinces
}

/** The communes of a province, in Vietnamese order. In: its two-digit code. Throws ShopError, `not_found` for none. */
export async function listCommunes(context: RequestContext, provinceCode: string): Promise<CommuneOption[]> {
  const path = `/store/provinces/${encodeURIComponent(provinceCode)}/communes`
  return (await placesAnswer<{ communes: CommuneOption[] }>(context, path)).communes
}
