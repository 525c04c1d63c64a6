import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { ApiError } from '../../../http/api-error'
import { OFFICIAL_MODULE } from '../../../modules/official'
import type { OfficialModuleService } from '../../../modules/official/service'
import { type HeldPost, overlap, toHeldPost } from '../../../officials/held-post'

export interface PostEnding {
  officialId: string
  postId: string
  /** Last day, included; null opens the post again. */
  to: string | null
}

/**
 * Sets the last day of a post; the undo puts back what was. Throws ApiError 404, 400 `post_days_invalid` for a day before its first, and
 * 409 `post_overlaps` when it would run into the next of its kind. Out: the post as it is now.
 */
export const endPostStep = createStep(
  'end-post',
  async ({ officialId, postId, to }: PostEnding, { container }) => {
    const officials: OfficialModuleService = container.resolve(OFFICIAL_MODULE)
    const held = (await officials.listOfficialPosts({ official_id: officialId }, { take: null })).map(toHeldPost)
    const before = held.find(({ id }) => id === postId)
    if (!before) throw new ApiError(404, 'not_found')
    if (to !== null && to < before.from) throw new ApiError(400, 'post_days_invalid', { field: 'to' })
    const after: HeldPost = { ...before, to }
    const runsInto = (other: HeldPost) =>
      other.id !== postId &&
      other.role === after.role &&
      other.provinceCode === after.provinceCode &&
      other.communeCode === after.communeCode &&
      other.centreId === after.centreId &&
      overlap(other, after)
    if (held.some(runsInto)) throw new ApiError(409, 'post_overlaps', { field: 'to' })
    await officials.updateOfficialPosts({ id: postId, last_day: to })
    return new StepResponse(after, { id: postId, last_day: before.to })
  },
  async (before, { container }) => {
    if (!before) return
    const officials: OfficialModuleService = container.resolve(OFFICIAL_MODULE)
    await officials.updateOfficialPosts(before)
  },
)
