import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { tenantOf } from '../../../http/tenant'
import { askTrace, registerParty } from '../../../journal/ask-trace'
import type { StepBody } from '../../../journal/bodies'
import { passOn, traceService } from '../../../journal/pass-on'
import { stepOfBody } from '../../../journal/step-of-body'

/** `POST /producer/steps`: one entry of the journal. Sent again with the same `requestKey` it is stored once. */
export async function POST(req: MedusaRequest<StepBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const step = await stepOfBody(req.scope, tenant, req.validatedBody)
  if (step.handTo !== null) await registerParty(traceService(), step.handTo)
  passOn(res, await askTrace(traceService(), tenant.partyRef, { method: 'POST', path: ['steps'], body: { ...step } }))
}
