import type { AuthenticatedMedusaRequest } from '@medusajs/framework/http'
import { staffNames } from '../staff/staff-names'
import type { AuditActor } from './record-audit'

/** The operator's staff who asks, below `/admin`, for the journal. */
export async function operatorActor(req: AuthenticatedMedusaRequest): Promise<AuditActor> {
  const id = req.auth_context.actor_id
  const names = await staffNames(req.scope, [id])
  return { type: 'user', id, name: names.get(id) ?? id, post: null }
}
