import type { MedusaContainer } from '@medusajs/framework/types'
import { graph } from '../container/graph'
import { isApiError } from '../http/api-error'
import { POST_INSPECTION_MODULE } from '../modules/post-inspection'
import type { PostInspectionModuleService } from '../modules/post-inspection/service'
import { OPEN_PROPOSALS } from '../modules/post-inspection/states'
import {
  type SettleProposalInput,
  settleProposalWorkflow,
} from '../workflows/post-inspection/workflows/settle-proposal'

const BATCH = 500

interface RevokedRow {
  id: string
  revoked_on: string | null
  revoked_by_decision_id: string | null
}

/**
 * Looks what became of open proposals: a recognition that was taken back decides its proposal, whoever signed and wherever; a draft
 * that was thrown away leaves the proposal as it was. Out: how many moved on.
 */
export async function settleProposals(container: MedusaContainer): Promise<number> {
  const service: PostInspectionModuleService = container.resolve(POST_INSPECTION_MODULE)
  const open = await service.listRevocationProposals(
    { state: [...OPEN_PROPOSALS] },
    { take: BATCH, order: { due_on: 'ASC', id: 'ASC' } },
  )
  if (open.length === 0) return 0
  const recognitions = await graph<RevokedRow>(container, {
    entity: 'recognition',
    fields: ['id', 'revoked_on', 'revoked_by_decision_id'],
    filters: { id: open.map(({ recognition_id }) => recognition_id) },
  })
  const revoked = new Map(recognitions.filter((row) => row.revoked_on !== null).map((row) => [row.id, row]))
  const decisions = await decisionsOf(container, [...revoked.values()])
  const thrownAway = await droppedDrafts(
    container,
    open.flatMap(({ draft_id }) => draft_id ?? []),
  )
  let settled = 0
  for (const proposal of open) {
    const row = revoked.get(proposal.recognition_id)
    const known = row === undefined ? undefined : decisions.get(row.revoked_by_decision_id ?? '')
    // A revocation recorded by hand names no decision: its day stands in for the number.
    const decision = row === undefined ? null : (known ?? { number: '–', date: row.revoked_on ?? proposal.due_on })
    if (decision === null && !thrownAway.has(proposal.draft_id ?? '')) continue
    settled += await settle(container, {
      id: proposal.id,
      decision,
      producerId: proposal.producer_id,
      productName: proposal.product_name,
      by: {
        actor: { type: 'system', id: 'settle-proposals', name: 'Sao Làng', post: null },
        place: { provinceCode: proposal.province_code, communeCode: proposal.commune_code },
      },
    })
  }
  return settled
}

/** 1 when it moved on, 0 when somebody else was faster. */
async function settle(container: MedusaContainer, input: SettleProposalInput): Promise<number> {
  try {
    await settleProposalWorkflow(container).run({ input })
    return 1
  } catch (error) {
    if (isApiError(error) && error.code === 'proposal_state') return 0
    throw error
  }
}

async function decisionsOf(
  container: MedusaContainer,
  revoked: readonly RevokedRow[],
): Promise<Map<string, { number: string; date: string }>> {
  const ids = revoked.flatMap(({ revoked_by_decision_id }) => revoked_by_decision_id ?? [])
  if (ids.length === 0) return new Map()
  const rows = await graph<{ id: string; number: string; date: string }>(container, {
    entity: 'council_decision',
    fields: ['id', 'number', 'date'],
    filters: { id: ids },
  })
  return new Map(rows.map(({ id, number, date }) => [id, { number, date }]))
}

async function droppedDrafts(container: MedusaContainer, draftIds: readonly string[]): Promise<Set<string>> {
  if (draftIds.length === 0) return new Set()
  const rows = await graph<{ id: string }>(container, {
    entity: 'decision_draft',
    fields: ['id'],
    filters: { id: draftIds, state: 'dropped' },
  })
  return new Set(rows.map(({ id }) => id))
}
