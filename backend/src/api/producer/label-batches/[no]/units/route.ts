import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { ApiError } from '../../../../../http/api-error'
import { tenantOf } from '../../../../../http/tenant'
import { askTrace } from '../../../../../journal/ask-trace'
import { passOn, traceService } from '../../../../../journal/pass-on'
import { NOTED_ACTIONS, type UnitChangeBody, type UnitQuery } from '../../../../../labels/bodies'

/** `GET /producer/label-batches/:no/units?code=`: one label by its code or number, its state and what happened to it. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { partyRef } = tenantOf(req.scope)
  const query = req.validatedQuery as unknown as UnitQuery
  const path = ['parties', partyRef, 'label-batches', String(req.params.no), 'units']
  passOn(res, await askTrace(traceService(), partyRef, { method: 'GET', path, query: { ...query } }))
}

/** `POST /producer/label-batches/:no/units`: what happened to a stretch of labels, or to some named by their codes. */
export async function POST(req: MedusaRequest<UnitChangeBody>, res: MedusaResponse): Promise<void> {
  const { partyRef, memberId } = tenantOf(req.scope)
  const { first, last, codes, ...change } = req.validatedBody
  if (change.note === null && NOTED_ACTIONS.has(change.action))
    throw new ApiError(400, 'reason_needed', { field: 'note' })
  const stretch = first !== undefined && last !== undefined
  if (stretch === (codes !== undefined)) throw new ApiError(400, 'labels_unclear', { field: 'codes' })
  const body = {
    ...change,
    ...(stretch ? { first, last } : { codes }),
    ...{ actorRef: memberId, placeRef: null, provinceCode: null },
  }
  const path = ['parties', partyRef, 'label-batches', String(req.params.no), 'units']
  passOn(res, await askTrace(traceService(), partyRef, { method: 'POST', path, body }))
}
