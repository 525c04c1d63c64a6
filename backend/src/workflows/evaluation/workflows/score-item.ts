import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { NoticeDraft } from '../../../notices/notify'
import type { Place } from '../../../officials/official-scope'
import type { AuditActor, AuditDraft } from '../../../officials/record-audit'
import { auditStep } from '../../audit/steps/audit'
import { notifyStep } from '../../notice/steps/notify'
import { type ItemCommand, scoreItemStep } from '../steps/score-item'

export interface ScoreItemWorkflowInput {
  itemId: string
  sittingId: string
  product: string
  command: Exclude<ItemCommand, { act: 'save' }>
  /** Officials to be told when the sheets open to be filled in again. */
  members: string[]
  place: Place
  by: AuditActor
}

/** What the journal may say of an act: never what anyone scored. */
function detailsOf(command: ScoreItemWorkflowInput['command']): NonNullable<AuditDraft['details']> {
  switch (command.act) {
    case 'exclude':
      return { member: command.memberId, ground: command.ground, reason: command.reason }
    case 'readmit':
    case 'submit':
      return { member: command.memberId }
    case 'rescore':
      return { note: command.note }
    case 'adjourn':
      return {}
  }
}

/**
 * One act on one agenda item: a sheet handed in, a member left out or back, another round, an adjournment. Tells the secretary when the
 * last sheet is in, and the members of another round. Throws what `refusing` says.
 */
export const scoreItemWorkflow = createWorkflow('score-agenda-item', (input: ScoreItemWorkflowInput) => {
  const done = scoreItemStep(transform({ input }, ({ input: { itemId, command } }) => ({ itemId, command })))
  notifyStep(
    transform({ input, done }, ({ input: given, done: { revealed, scoringRound } }): NoticeDraft[] => {
      const { itemId, sittingId, product, place, members, command } = given
      const subject = { type: 'sitting', id: sittingId }
      const dedupeKey = `${itemId}:${scoringRound}`
      if (revealed) {
        const audience = { provinceCode: place.provinceCode, verb: 'sitting:prepare' as const }
        return [{ audience, kind: 'sheets_revealed', subject, params: { product }, dedupeKey }]
      }
      if (command.act !== 'rescore') return []
      return members.map((officialId) => ({
        ...{ audience: { officialId }, kind: 'rescore_called' as const, subject },
        ...{ params: { product, note: command.note }, dedupeKey },
      }))
    }),
  )
  auditStep(
    transform(
      { input, done },
      ({ input: { itemId, sittingId, command, place, by }, done: { scoringRound } }): AuditDraft => ({
        actor: by,
        verb: `sheet:${command.act}`,
        subject: { type: 'sitting', id: sittingId },
        place,
        details: { item: itemId, round: scoringRound, ...detailsOf(command) },
      }),
    ),
  )
  return new WorkflowResponse(done)
})
