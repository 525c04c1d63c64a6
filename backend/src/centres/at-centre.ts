import type { MedusaContainer } from '@medusajs/framework/types'
import { centreOf, type OfficialScope } from '../officials/official-scope'
import { type AuditActor, officialActor, recordAudit } from '../officials/record-audit'
import type { CentreDoer } from './papers'

export interface AtCentre {
  centreId: string
  official: OfficialScope
  by: CentreDoer
  actor: AuditActor
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
  return {
    centreId,
    official,
    by: { id: official.officialId, name: official.name, sample: official.sample },
    actor,
    note: async (done, subject, details) => {
      const place = { provinceCode: post.provinceCode, communeCode: null }
      await recordAudit(req.scope, { actor, verb: done, subject, place, details: details ?? {} })
    },
  }
}
