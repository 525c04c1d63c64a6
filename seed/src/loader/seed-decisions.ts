import type { MedusaContainer } from '@medusajs/framework/types'
import {
  type RecordDecisionInput,
  recordDecisionWorkflow,
} from '@sao-lang/backend/workflows/recognition/workflows/record-decision'
import { chunks, shopRows } from './shop.ts'

/**
 * Records the decisions that are not on record yet; a decision is known by number, authority and year.
 * Out: how many were new. Throws what the workflow throws; the decisions before it stay.
 */
export async function seedDecisions(
  container: MedusaContainer,
  decisions: readonly RecordDecisionInput[],
): Promise<number> {
  const known = new Set<string>()
  for (const part of chunks(decisions, 500)) {
    const rows = await shopRows<{ number: string; authority: string; date: string }>(container, {
      entity: 'council_decision',
      fields: ['number', 'authority', 'date'],
      filters: { number: part.map(({ decision }) => decision.number) },
    })
    for (const row of rows) known.add(keyOf(row))
  }
  const missing = decisions.filter(({ decision }) => !known.has(keyOf(decision)))
  for (const input of missing) await recordDecisionWorkflow(container).run({ input })
  return missing.length
}

function keyOf({ number, authority, date }: { number: string; authority: string; date: string }): string {
  return [number, authority, date.slice(0, 4)].join('\n')
}
