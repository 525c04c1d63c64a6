import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../http/cache-headers'
import { tenantOf } from '../../../../http/tenant'
import type { CalendarQuery, HouseBody } from '../../../../stays/bodies'
import { readStayMonth, setGuestsPerDay } from '../../../../stays/stay-calendar'

/** `GET /producer/stay-calendars/:product?month`: a month of a place, this one unless another is named. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { month } = req.validatedQuery as CalendarQuery
  const calendar = await readStayMonth(req.scope, tenantOf(req.scope), String(req.params.product), month)
  neverCache(res)
  res.json({ calendar })
}

/** `POST /producer/stay-calendars/:product`: how many guests the place usually takes a day. */
export async function POST(req: MedusaRequest<HouseBody>, res: MedusaResponse): Promise<void> {
  const { guestsPerDay } = req.validatedBody
  await setGuestsPerDay(req.scope, tenantOf(req.scope), String(req.params.product), guestsPerDay)
  neverCache(res)
  res.json({ done: true })
}
