import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { ApiError } from '../../../http/api-error'
import { COMPLAINT_MODULE } from '../../../modules/complaint'
import type { ComplaintModuleService } from '../../../modules/complaint/service'

export interface ComplaintMove {
  id: string
  state: 'working' | 'answered'
  words: string | null
  userId: string
  /** UTC, ISO 8601. */
  at: string
}

/**
 * Takes a complaint up or answers it, and notes who did it; the undo puts back what was. Throws ApiError 404 for an unknown one and
 * 400 `complaint_answer` for an answer without words. Out: its id.
 */
export const moveComplaintStep = createStep(
  'move-complaint',
  async ({ id, state, words, userId, at }: ComplaintMove, { container }) => {
    const complaints: ComplaintModuleService = container.resolve(COMPLAINT_MODULE)
    const [before] = await complaints.listComplaints({ id }, { take: 1 })
    if (!before) throw new ApiError(404, 'not_found')
    if (state === 'answered' && (words ?? '').length < 10) {
      throw new ApiError(400, 'complaint_answer', { field: 'words' })
    }
    const moment = new Date(at)
    const step = await complaints.createComplaintSteps({ complaint_id: id, state, words, user_id: userId, at: moment })
    await complaints.updateComplaints({ id, state, answered_at: state === 'answered' ? moment : null })
    return new StepResponse(id, { id, step: step.id, state: before.state, answered_at: before.answered_at })
  },
  async (before, { container }) => {
    if (!before) return
    const complaints: ComplaintModuleService = container.resolve(COMPLAINT_MODULE)
    await complaints.deleteComplaintSteps(before.step)
    await complaints.updateComplaints({ id: before.id, state: before.state, answered_at: before.answered_at })
  },
)
