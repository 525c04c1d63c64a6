import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { NoticeDraft } from '../../../notices/notify'
import type { NewPost } from '../../../officials/check-posts'
import type { AuditActor, AuditDraft } from '../../../officials/record-audit'
import { auditStep } from '../../audit/steps/audit'
import { notifyStep } from '../../notice/steps/notify'
import { givePostsStep } from '../steps/give-posts'
import { requirePostPlacesStep } from '../steps/require-post-places'

export interface GivePostInput {
  officialId: string
  post: NewPost
  by: AuditActor
}

/** Gives an official one more post. Throws as `givePostsStep` does. Out: the official's id. */
export const givePostWorkflow = createWorkflow('give-post', (input: GivePostInput) => {
  const posts = transform({ input }, ({ input: { post } }) => [post])
  requirePostPlacesStep(posts)
  const ids = givePostsStep(
    transform({ input, posts }, (given) => ({ officialId: given.input.officialId, posts: given.posts })),
  )
  notifyStep(
    transform({ input, ids }, ({ input: { officialId, post }, ids: made }): NoticeDraft[] => [
      {
        audience: { officialId },
        kind: 'post_given',
        subject: { type: 'official', id: officialId },
        params: { role: post.role, unit: post.unitName, from: post.from },
        dedupeKey: `post_given:${made.join()}`,
      },
    ]),
  )
  auditStep(
    transform(
      { input },
      ({ input: { by, officialId, post } }): AuditDraft => ({
        actor: by,
        verb: 'official:give_post',
        subject: { type: 'official', id: officialId },
        place: post,
        details: { role: post.role, unit: post.unitName, from: post.from, to: post.to },
      }),
    ),
  )
  return new WorkflowResponse(transform({ input }, ({ input: { officialId } }) => officialId))
})
