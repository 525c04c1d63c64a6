import type { MedusaContainer } from '@medusajs/framework/types'
import type { HeldPost } from '../officials/held-post'
import { type OfficialScope, officialOf } from '../officials/official-scope'
import type { OfficialVerb } from '../officials/official-verbs'
import { officialActor } from '../officials/record-audit'
import type { Doer } from '../workflows/post-inspection/doer'
import { type InspectedPlace, inspectingPost } from './inspection-places'
import { ministryStarsOn } from './leading'

export interface Inspecting {
  official: OfficialScope
  /** The post under which they do it. */
  post: HeldPost
  by: Doer
}

/** The official who asks, as the one who does this there. Throws as `inspectingPost`. */
export async function inspecting(
  req: { scope: MedusaContainer },
  verb: OfficialVerb,
  row: InspectedPlace,
): Promise<Inspecting> {
  const official = officialOf(req)
  const post = inspectingPost(official, verb, row, await ministryStarsOn(req.scope, official.day))
  const place = { provinceCode: row.province_code, communeCode: row.commune_code }
  return { official, post, by: { actor: officialActor(official, post), place } }
}
