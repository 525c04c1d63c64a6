import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import type { LookUpsBody } from '../../../inspectors/bodies'
import { INSPECTION_MODULE } from '../../../modules/inspection'
import type { InspectionModuleService } from '../../../modules/inspection/service'

export type KeepLookUpsInput = LookUpsBody & { inspectorId: string; receivedAt: string }

/** Writes offline look-ups into the audit, each once by its key. There is no undo: the audit only grows. Out: how many. */
export const keepLookUpsStep = createStep('keep-look-ups', async (input: KeepLookUpsInput, { container }) => {
  const inspection: InspectionModuleService = container.resolve(INSPECTION_MODULE)
  const skew = Date.parse(input.deviceNow) - Date.parse(input.receivedAt)
  let kept = 0
  for (const each of input.lookUps) {
    const key = { inspector_id: input.inspectorId, request_key: each.requestKey }
    const known = async () => (await inspection.listLookUps(key, { take: 1, select: ['id'] })).length > 0
    if (await known()) continue
    try {
      await inspection.createLookUps({
        ...key,
        action: 'offline',
        subject: each.scanned,
        outcome: each.outcome,
        asked_at: new Date(Date.parse(each.askedAt) - skew),
      })
      kept += 1
    } catch (error) {
      // The same report came twice at once: the unique index let one in.
      if (!(await known())) throw error
    }
  }
  return new StepResponse(kept)
})
