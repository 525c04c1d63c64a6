import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { tenantOf } from '../../../http/tenant'
import { askTrace } from '../../../journal/ask-trace'
import { passOn, traceService } from '../../../journal/pass-on'
import type { LabelSheetBody } from '../../../labels/bodies'

/** `POST /producer/label-sheets`: freezes what is printed of a batch; answers with the parts to fetch. */
export async function POST(req: MedusaRequest<LabelSheetBody>, res: MedusaResponse): Promise<void> {
  const { partyRef } = tenantOf(req.scope)
  const path = ['parties', partyRef, 'label-sheets']
  passOn(res, await askTrace(traceService(), partyRef, { method: 'POST', path, body: { ...req.validatedBody } }))
}
