import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { inTransaction } from '../../../money/in-transaction'
import { operatorActor } from '../../../officials/operator-actor'
import type { SettingBody } from '../../../settlement/bodies'
import { addSetting, listSettings } from '../../../settlement/terms-book'

/** `GET /admin/payout-settings`: waiting times and minimums, the newest first. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json({ settings: await inTransaction(req.scope, listSettings) })
}

/** `POST /admin/payout-settings`: another waiting time or minimum from a day on. */
export async function POST(req: AuthenticatedMedusaRequest<SettingBody>, res: MedusaResponse): Promise<void> {
  const id = await addSetting(req.scope, req.validatedBody, await operatorActor(req), new Date())
  neverCache(res)
  res.status(201).json({ id })
}
