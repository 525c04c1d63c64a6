import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { RECALL_MODULE } from '../../../modules/recall'
import type { RecallModuleService } from '../../../modules/recall/service'

/** Notes on its orders that a recall is over; the undo puts it back in force. Out: ids of the notes it was new for. */
export const noteRecallLiftedStep = createStep(
  'note-recall-lifted',
  async ({ recallNo, producerId }: { recallNo: string; producerId: string }, { container }) => {
    const recalls: RecallModuleService = container.resolve(RECALL_MODULE)
    const lifted = await recalls.lift(recallNo, producerId)
    return new StepResponse(lifted, lifted)
  },
  async (lifted, { container }) => {
    if (!lifted?.length) return
    const recalls: RecallModuleService = container.resolve(RECALL_MODULE)
    await recalls.updateRecallNotices(lifted.map((id) => ({ id, lifted_at: null })))
  },
)
