import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import type { CalendarQuery } from '../../../officials/bodies'
import { monthCalendar } from '../../../officials/month-calendar'
import { officialOf } from '../../../officials/official-scope'

/** `GET /official/calendar?month`: a month with its working days and what is due in it; without a month the one of today. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const official = officialOf(req)
  const { month } = req.validatedQuery as unknown as CalendarQuery
  neverCache(res)
  res.json(await monthCalendar(req.scope, official, month ?? official.day.slice(0, 7)))
}
