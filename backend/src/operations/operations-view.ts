import type { MedusaContainer } from '@medusajs/framework/types'
import { environment } from '../env'
import { type HealthReport, healthReport } from '../health/health-report'
import { OUTBOX_MODULE } from '../modules/outbox'
import type { OutboxModuleService } from '../modules/outbox/service'

/** A message of the outbox that nobody has taken: given up, or tried and failed. */
export interface StuckMessage {
  id: string
  topic: string
  key: string
  attempts: number
  /** UTC. */
  createdAt: string
  /** Null while it is still tried. */
  givenUpAt: string | null
  lastError: string | null
}

/** What a program answers under `/health`; null when it does not answer. */
export type ProgramHealth = Pick<HealthReport, 'status' | 'dependencies'> | null

/** How the marketplace is, for the operator's page. */
export interface OperationsView {
  shop: HealthReport
  traceability: ProgramHealth
  /** UTC. */
  askedAt: string
  messages: StuckMessage[]
  /** Of `messages`, when there are more. */
  stuckCount: number
}

const SHOWN = 50
const PATIENCE_MS = 2_000

/** Asks the shop's and the traceability service's health and reads which messages are stuck, given-up ones first. Throws what the database throws. */
export async function readOperations(container: MedusaContainer): Promise<OperationsView> {
  const outbox: OutboxModuleService = container.resolve(OUTBOX_MODULE)
  const [shop, traceability, [messages, stuckCount]] = await Promise.all([
    healthReport(container),
    askTraceability(),
    outbox.listAndCountOutboxMessages(
      { delivered_at: null, last_error: { $ne: null } },
      { take: SHOWN, order: { dead_at: 'ASC', created_at: 'ASC' } },
    ),
  ])
  return {
    shop,
    traceability,
    askedAt: new Date().toISOString(),
    stuckCount,
    messages: messages.map((message) => ({
      id: message.id,
      topic: message.topic,
      key: message.key,
      attempts: message.attempts,
      createdAt: new Date(message.created_at).toISOString(),
      givenUpAt: message.dead_at === null ? null : new Date(message.dead_at).toISOString(),
      lastError: message.last_error,
    })),
  }
}

async function askTraceability(): Promise<ProgramHealth> {
  try {
    const answer = await fetch(new URL('/health', environment().TRACE_URL), {
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return (await answer.json()) as ProgramHealth
  } catch {
    return null
  }
}
