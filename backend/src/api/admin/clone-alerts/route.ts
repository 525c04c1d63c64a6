import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { ListedAlert } from '@sao-lang/traceability/http/operator-routes'
import { toAlertView } from '../../../clone-alerts/alert-view'
import { askAlerts } from '../../../clone-alerts/ask-alerts'
import { environment } from '../../../env'
import { neverCache } from '../../../http/cache-headers'
import { staffNames } from '../../../staff/staff-names'
import type { AlertsQuery } from '../validators'

/** `GET /admin/clone-alerts`: signs of copying of all producers, newest first; `state` is `new` unless told otherwise. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { state, level, limit, offset } = req.validatedQuery as AlertsQuery
  const { alerts, count } = await askAlerts<{ alerts: ListedAlert[]; count: number }>({
    method: 'GET',
    path: ['clone-alerts'],
    query: { state, level, limit: String(limit), offset: String(offset) },
  })
  const names = await staffNames(
    req.scope,
    alerts.flatMap(({ acknowledgedBy, closedBy }) => [acknowledgedBy, closedBy]),
  )
  neverCache(res)
  res.json({ alerts: alerts.map((each) => toAlertView(each, names, environment().STOREFRONT_URL)), count })
}
