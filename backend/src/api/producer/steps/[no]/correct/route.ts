import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { tenantOf } from '../../../../../http/tenant'
import { askTrace, registerParty } from '../../../../../journal/ask-trace'
import type { CorrectionBody } from '../../../../../journal/bodies'
import { passOn, traceService } from '../../../../../journal/pass-on'
import { stepOfBody } from '../../../../../journal/step-of-body'

/** `POST /producer/steps/:no/correct`: strikes an entry out, with another in its place or none. */
export async function POST(req: MedusaRequest<CorrectionBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const { requestKey, reason, replacement } = req.validatedBody
  const step = replacement && (await stepOfBody(req.scope, tenant, replacement))
  if (step && step.handTo !== null) await registerParty(traceService(), step.handTo)
  passOn(
    res,
    await askTrace(traceService(), tenant.partyRef, {
      method: 'POST',
      path: ['steps', String(req.params.no), 'correct'],
      body: { partyRef: tenant.partyRef, recordedBy: tenant.memberId, requestKey, reason, replacement: step },
    }),
  )
}
