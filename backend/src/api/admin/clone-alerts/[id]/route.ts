import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { ListedAlert } from '@sao-lang/traceability/http/operator-routes'
import { toAlertView } from '../../../../clone-alerts/alert-view'
import { askAlerts } from '../../../../clone-alerts/ask-alerts'
import { environment } from '../../../../env'
import { ApiError } from '../../../../http/api-error'
import { neverCache } from '../../../../http/cache-headers'
import { staffNames } from '../../../../staff/staff-names'
import type { SettleAlertBody } from '../../validators'

/**
 * `POST /admin/clone-alerts/:id`: says what was found of an alert, in the name of who asks. One transaction of the
 * traceability service, and no workflow: nothing of the shop changes.
 */
export async function POST(req: AuthenticatedMedusaRequest<SettleAlertBody>, res: MedusaResponse): Promise<void> {
  const { partyRef, decision, note } = req.validatedBody
  if (decision !== 'confirm' && !note) throw new ApiError(400, 'reason_needed', { field: 'note' })
  const { alert } = await askAlerts<{ alert: ListedAlert }>({
    method: 'POST',
    path: ['clone-alerts', String(req.params.id)],
    body: { partyRef, decision, note: note || null, by: req.auth_context.actor_id },
  })
  const names = await staffNames(req.scope, [alert.acknowledgedBy, alert.closedBy])
  neverCache(res)
  res.json({ alert: toAlertView(alert, names, environment().STOREFRONT_URL) })
}
