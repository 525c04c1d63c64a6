import type { MedusaContainer } from '@medusajs/framework/types'
import { centreOf, type OfficialScope, type Place } from '../officials/official-scope'
import { type AuditActor, officialActor, recordAudit } from '../officials/record-audit'
import type { CentreDoer } from './papers'

export interface AtCentre {
  centreId: string
  official: OfficialScope
  by: CentreDoer
  actor: AuditActor
  /** Where what is done at the centre stands in the journal. */
  place: Place
  /** Writes what was done into the journal. */
  note(
    verb: `centre:${string}`,
    subject: { type: string; id: string },
    details?: Record<string, string | number>,
  ): Promise<void>
}

/** Who asks, at which centre. Throws as `centreOf` does. */
export function atCentre(
  req: { scope: MedusaContainer },
  verb: 'centre:sell' | 'centre:stock' | 'centre:manage',
): AtCentre {
  const { centreId, official, post } = centreOf(req, verb)
  const actor = officialActor(official, post)
  const place = { provinceCode: post.provinceCode, communeCode: null }
  return {
    centreId,
    official,
    by: { id: official.officialId, name: official.name, sample: official.sample },
    actor,
    place,
    note: async (done, subject, details) => {
      await recordAudit(req.scope, { actor, verb: done, subject, place, details: details ?? {} })
    },
  }
}
