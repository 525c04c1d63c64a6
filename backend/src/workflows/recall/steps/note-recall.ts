import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { graph } from '../../../container/graph'
import { RECALL_MODULE } from '../../../modules/recall'
import type { NotedRecall, RecallModuleService } from '../../../modules/recall/service'

/** Notes a recall on those of its orders that are of this shop; the undo takes the new notes away. Out: ids of the new notes. */
export const noteRecallStep = createStep(
  'note-recall',
  async (recall: NotedRecall, { container }) => {
    const recalls: RecallModuleService = container.resolve(RECALL_MODULE)
    const orders =
      recall.orderIds.length === 0
        ? []
        : await graph<{ id: string }>(container, {
            entity: 'order',
            fields: ['id'],
            filters: { id: recall.orderIds },
          })
    const noted = await recalls.note({ ...recall, orderIds: orders.map((order) => order.id) })
    return new StepResponse(noted, noted)
  },
  async (noted, { container }) => {
    if (!noted?.length) return
    const recalls: RecallModuleService = container.resolve(RECALL_MODULE)
    await recalls.deleteRecallNotices(noted)
  },
)
