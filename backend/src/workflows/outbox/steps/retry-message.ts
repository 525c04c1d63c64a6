import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { ApiError } from '../../../http/api-error'
import { OUTBOX_MODULE } from '../../../modules/outbox'
import type { OutboxModuleService } from '../../../modules/outbox/service'

/**
 * Puts a message back among those that are due; the undo leaves it as it was. Throws ApiError 404 for one that is unknown or has been
 * delivered meanwhile.
 */
export const retryMessageStep = createStep(
  'retry-message',
  async (id: string, { container }) => {
    const outbox: OutboxModuleService = container.resolve(OUTBOX_MODULE)
    const [message] = await outbox.listOutboxMessages({ id, delivered_at: null }, { take: 1 })
    if (!message) throw new ApiError(404, 'not_found')
    const { attempts, dead_at, next_attempt_at } = message
    await outbox.updateOutboxMessages({ id, attempts: 0, dead_at: null, next_attempt_at: new Date() })
    return new StepResponse(id, { id, attempts, dead_at, next_attempt_at })
  },
  async (before, { container }) => {
    if (!before) return
    const outbox: OutboxModuleService = container.resolve(OUTBOX_MODULE)
    await outbox.updateOutboxMessages(before)
  },
)
