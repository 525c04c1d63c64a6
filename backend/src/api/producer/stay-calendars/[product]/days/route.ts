import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { tenantOf } from '../../../../../http/tenant'
import type { CalendarDaysBody } from '../../../../../stays/bodies'
import { setCalendarDays } from '../../../../../stays/stay-calendar'

/** `POST /producer/stay-calendars/:product/days`: closes days, or gives them a number of guests of their own. */
export async function POST(req: MedusaRequest<CalendarDaysBody>, res: MedusaResponse): Promise<void> {
  await setCalendarDays(req.scope, tenantOf(req.scope), String(req.params.product), req.validatedBody)
  neverCache(res)
  res.json({ done: true })
}
