import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { setAuthAppMetadataStep } from '@medusajs/medusa/core-flows'
import type { NewPost } from '../../../officials/check-posts'
import type { AuditActor, AuditDraft } from '../../../officials/record-audit'
import { auditStep } from '../../audit/steps/audit'
import { registerLoginStep } from '../../producer/steps/register-login'
import { createOfficialStep } from '../steps/create-official'
import { givePostsStep } from '../steps/give-posts'
import { requirePostPlacesStep } from '../steps/require-post-places'

export interface CreateOfficialInput {
  name: string
  email: string
  /** 12 to 128 characters. */
  password: string
  phone?: string | null
  posts: NewPost[]
  /** A demo account, whose deeds are flagged as illustrative. */
  sample?: boolean
  /** Who makes the account. */
  by: AuditActor
}

/**
 * Makes an account for an official, to sign in with at `POST /auth/official/emailpass`, and gives it posts.
 * Throws ApiError 409 when somebody has the address, and what `checkPosts` throws. Out: the official's id.
 */
export const createOfficialWorkflow = createWorkflow('create-official', (input: CreateOfficialInput) => {
  requirePostPlacesStep(transform({ input }, ({ input: { posts } }) => posts))
  const login = transform({ input }, ({ input: given }) => ({
    email: given.email.trim().toLowerCase(),
    password: given.password,
  }))
  const authIdentityId = registerLoginStep(login)
  const official = transform({ input, login }, ({ input: given, login: { email } }) => ({
    name: given.name,
    email,
    phone: given.phone ?? null,
    sample: given.sample ?? false,
  }))
  const officialId = createOfficialStep(official)
  givePostsStep(
    transform({ input, officialId }, (given) => ({ officialId: given.officialId, posts: given.input.posts })),
  )
  setAuthAppMetadataStep({ authIdentityId, actorType: 'official', value: officialId })
  auditStep(
    transform(
      { input, officialId },
      ({ input: { by, posts }, officialId: id }): AuditDraft => ({
        actor: by,
        verb: 'official:create',
        subject: { type: 'official', id },
        place: posts[0] ?? { provinceCode: null, communeCode: null },
        details: { posts: posts.map(({ role, unitName, from }) => `${role}, ${unitName}, ${from}`) },
      }),
    ),
  )
  return new WorkflowResponse(officialId)
})
