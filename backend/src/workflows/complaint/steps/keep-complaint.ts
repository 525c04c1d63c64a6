import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { COMPLAINT_MODULE } from '../../../modules/complaint'
import type { ComplaintKind } from '../../../modules/complaint/kinds'
import type { ComplaintModuleService } from '../../../modules/complaint/service'

export interface NewComplaint {
  number: string
  requestKey: string
  kind: ComplaintKind
  about: string | null
  name: string
  contact: string
  message: string
  customerId: string | null
  /** Last day to answer, yyyy-mm-dd. */
  dueOn: string
  /** UTC, ISO 8601. */
  at: string
}

/** Writes a complaint with its first step, the receipt; the undo takes both away. Out: its id. */
export const keepComplaintStep = createStep(
  'keep-complaint',
  async ({ requestKey, customerId, dueOn, at, ...row }: NewComplaint, { container }) => {
    const complaints: ComplaintModuleService = container.resolve(COMPLAINT_MODULE)
    const { id } = await complaints.createComplaints({
      ...row,
      request_key: requestKey,
      customer_id: customerId,
      due_on: dueOn,
    })
    await complaints.createComplaintSteps({
      complaint_id: id,
      state: 'received',
      words: null,
      user_id: null,
      at: new Date(at),
    })
    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (!id) return
    const complaints: ComplaintModuleService = container.resolve(COMPLAINT_MODULE)
    const steps = await complaints.listComplaintSteps({ complaint_id: id })
    await complaints.deleteComplaintSteps(steps.map((step) => step.id))
    await complaints.deleteComplaints(id)
  },
)
