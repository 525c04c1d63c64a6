import type { MedusaContainer } from '@medusajs/framework/types'
import { z } from '@medusajs/framework/zod'
import { ApiError, isApiError } from '../http/api-error'
import { askTrace, jsonOf, type TraceAnswer } from '../journal/ask-trace'
import { OUTBOX_MODULE } from '../modules/outbox'
import type { OutboxModuleService } from '../modules/outbox/service'
import { inTransaction } from '../money/in-transaction'
import type { TraceService } from '../passports/trace-client'
import { noteRecallWorkflow } from '../workflows/recall/workflows/note-recall'
import { noteRecallLiftedWorkflow } from '../workflows/recall/workflows/note-recall-lifted'

const who = { producerId: z.string(), partyRef: z.string() }

/** What a producer ordered, as it waits in the outbox. */
export const recallCommandSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('recall_lot'), ...who, ref: z.string(), reason: z.string(), advice: z.string() }),
  z.strictObject({ action: z.literal('recall_area'), ...who, ref: z.string(), reason: z.string(), advice: z.string() }),
  z.strictObject({ action: z.literal('lift'), ...who, recallNo: z.string(), reason: z.string() }),
])
export type RecallCommand = z.infer<typeof recallCommandSchema>

const recalledSchema = z.object({ recallNo: z.string(), recalledAt: z.string(), orderRefs: z.array(z.string()) })

/** The request does the work itself; the outbox takes over only when the process has died meanwhile. */
const TAKE_OVER_SECONDS = 60

/**
 * Recalls, or ends a recall, so that the orders it reaches are told even when this process dies half way: the command waits in
 * the outbox first, and is taken from there once it is carried out or refused. Both sides may see it twice and do it once.
 * Out: the answer of the traceability service. Throws ApiError 503 `recall_waiting` when the service is away: the command
 * stays and is sent again by itself.
 */
export async function orderRecall(
  container: MedusaContainer,
  trace: TraceService,
  command: RecallCommand,
): Promise<TraceAnswer> {
  const outbox: OutboxModuleService = container.resolve(OUTBOX_MODULE)
  const ids = await outbox.enqueueMessages([
    { topic: 'recall', key: command.producerId, payload: command, delaySeconds: TAKE_OVER_SECONDS },
  ])
  try {
    const answer = await carryOutRecall(container, trace, command)
    await outbox.markDelivered(ids)
    return answer
  } catch (error) {
    if (isApiError(error) && error.status === 503) throw new ApiError(503, 'recall_waiting')
    throw error
  }
}

/**
 * Carries a command out at the traceability service and notes it on the orders it reaches. Done again it changes nothing.
 * Out: the service's answer; a refusal is an answer and notes nothing. Throws ApiError 503 when the service is away.
 */
export async function carryOutRecall(
  container: MedusaContainer,
  trace: TraceService,
  command: RecallCommand,
): Promise<TraceAnswer> {
  const { partyRef, producerId, reason } = command
  if (command.action === 'lift') {
    const path = ['recalls', command.recallNo, 'lift']
    const answer = await askTrace(trace, partyRef, { method: 'POST', path, body: { partyRef, reason } })
    // 400: no such recall of this producer is in force, for example because it was lifted just before the process died.
    if (answer.status === 200 || answer.status === 400) {
      await noteRecallLiftedWorkflow(container).run({ input: { recallNo: command.recallNo, producerId } })
    }
    return answer
  }
  const { ref, advice } = command
  const path = [command.action === 'recall_lot' ? 'lots' : 'source-areas', ref, 'recall']
  const answer = await askTrace(trace, partyRef, { method: 'POST', path, body: { partyRef, reason, advice } })
  if (answer.status !== 200) return answer
  const { recallNo, recalledAt, orderRefs } = recalledSchema.parse(jsonOf(answer))
  await noteRecallWorkflow(container).run({
    input: {
      ...{ recallNo, producerId, reason, advice, declaredAt: recalledAt },
      orderIds: [...new Set([...orderRefs, ...(await ordersOfLot(container, command))])],
    },
  })
  return answer
}

/** Orders whose parcels hold a recalled lot: the book does not name those of lots it keeps no balance of, nor one packed just now. */
async function ordersOfLot(container: MedusaContainer, command: RecallCommand): Promise<string[]> {
  if (command.action !== 'recall_lot') return []
  const { producerId, ref } = command
  const rows = await inTransaction(container, (sql) =>
    sql.query<{ order_id: string }>(
      `SELECT DISTINCT p.order_id FROM parcel_lot l JOIN parcel p ON p.id = l.parcel_id
       WHERE l.producer_id = ? AND l.lot_ref = ? AND p.state NOT IN ('unpacked', 'packing')`,
      [producerId, ref],
    ),
  )
  return rows.map((row) => row.order_id)
}
