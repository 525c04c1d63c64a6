import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { NoticeDraft } from '../../../notices/notify'
import type { AuditActor, AuditDraft } from '../../../officials/record-audit'
import { auditStep } from '../../audit/steps/audit'
import { notifyStep } from '../../notice/steps/notify'
import { endPostStep, type PostEnding } from '../steps/end-post'

export type EndPostInput = PostEnding & { by: AuditActor }

/** Sets the last day of a post. Throws as `endPostStep` does. Out: the official's id. */
export const endPostWorkflow = createWorkflow('end-official-post', (input: EndPostInput) => {
  const post = endPostStep(transform({ input }, ({ input: { by: _, ...ending } }) => ending))
  notifyStep(
    transform({ input, post }, ({ input: { officialId }, post: after }): NoticeDraft[] =>
      after.to === null
        ? []
        : [
            {
              audience: { officialId },
              kind: 'post_ended',
              subject: { type: 'official', id: officialId },
              params: { role: after.role, unit: after.unitName, to: after.to },
              dedupeKey: `post_ended:${after.id}:${after.to}`,
            },
          ],
    ),
  )
  auditStep(
    transform(
      { input, post },
      ({ input: { by, officialId }, post: after }): AuditDraft => ({
        actor: by,
        verb: 'official:end_post',
        subject: { type: 'official', id: officialId },
        place: after,
        details: { role: after.role, unit: after.unitName, from: after.from, to: after.to },
      }),
    ),
  )
  return new WorkflowResponse(transform({ input }, ({ input: { officialId } }) => officialId))
})
