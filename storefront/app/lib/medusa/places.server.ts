import type { RequestContext } from '#app/lib/request-context.server.ts'
import { publicAnswer } from './answer-cache.server.ts'
import type { ProvinceSummary } from './types.ts'

/** A commune, ward or special zone: the lower of the two tiers since 1/7/2025. */
export interface CommuneOption {
  code: string
  name: string
  type: string
}

/** The provinces in the shop's order. Throws ShopError. */
export async function listProvinces(context: RequestContext): Promise<ProvinceSummary[]> {
  return (await publicAnswer<{ provinces: ProvinceSummary[] }>(context, '/store/provinces')).provinces
}

/** The communes of a province, in Vietnamese order. In: its two-digit code. Throws ShopError, `not_found` for none. */
export async function listCommunes(context: RequestContext, provinceCode: string): Promise<CommuneOption[]> {
  const path = `/store/provinces/${encodeURIComponent(provinceCode)}/communes`
  return (await publicAnswer<{ communes: CommuneOption[] }>(context, path)).communes
}
