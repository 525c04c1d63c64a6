import type { MedusaRequest } from '@medusajs/framework/http'
import { ApiError } from '../http/api-error'
import type { DossierActor } from '../modules/dossier/service'
import type { HeldPost } from '../officials/held-post'
import { type OfficialScope, officialOf, requireVerb } from '../officials/official-scope'
import type { OfficialVerb } from '../officials/official-verbs'
import { type AuditDraft, type AuditValue, officialActor } from '../officials/record-audit'
import { officialRecord } from './official-dossiers'
import type { DossierRecord } from './read-record'

/** A commune's officer at a dossier of the commune. */
export interface CommuneAct {
  official: OfficialScope
  post: HeldPost
  record: DossierRecord
  actor: DossierActor
  /** The line of the journal for what is done. */
  audit(verb: `${string}:${string}`, details?: Readonly<Record<string, AuditValue>>): AuditDraft
}

/**
 * Lets an officer of the dossier's own commune act on it. In: the request with the dossier's id, the verb it needs.
 * Throws ApiError 404 for a dossier of another place, 403 `not_permitted` for a post without the verb, or of another level.
 */
export async function communeAct(req: MedusaRequest, verb: OfficialVerb): Promise<CommuneAct> {
  const official = officialOf(req)
  const record = await officialRecord(req.scope, official, String(req.params.id))
  const place = { provinceCode: record.dossier.province_code, communeCode: record.dossier.commune_code }
  const post = requireVerb(req, verb, place)
  if (post.level !== 'commune') throw new ApiError(403, 'not_permitted')
  return {
    official,
    post,
    record,
    actor: { type: 'official', id: official.officialId, name: official.name },
    audit: (deed, details) => ({
      actor: officialActor(official, post),
      verb: deed,
      subject: { type: 'dossier', id: record.dossier.id },
      place,
      ...(details === undefined ? {} : { details }),
    }),
  }
}
