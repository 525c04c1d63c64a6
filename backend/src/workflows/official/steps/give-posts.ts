import { MedusaError } from '@medusajs/framework/utils'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { ApiError } from '../../../http/api-error'
import { OFFICIAL_MODULE } from '../../../modules/official'
import type { OfficialModuleService } from '../../../modules/official/service'
import { checkPosts, type NewPost } from '../../../officials/check-posts'
import { toHeldPost } from '../../../officials/held-post'

/**
 * Gives posts to an official; the undo takes them back. Throws NOT_FOUND, and what `checkPosts` throws, also when the same post is given
 * by two at once. Out: ids of the posts.
 */
export const givePostsStep = createStep(
  'give-posts',
  async ({ officialId, posts }: { officialId: string; posts: NewPost[] }, { container }) => {
    const officials: OfficialModuleService = container.resolve(OFFICIAL_MODULE)
    const [official] = await officials.listOfficials({ id: officialId }, { take: 1, select: ['id'] })
    if (!official) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no official "${officialId}".`)
    const held = await officials.listOfficialPosts({ official_id: officialId }, { take: null })
    checkPosts(posts, held.map(toHeldPost))
    const rows = posts.map((post) => ({
      official_id: officialId,
      role: post.role,
      level: post.level,
      province_code: post.provinceCode,
      commune_code: post.communeCode,
      centre_id: post.centreId ?? null,
      unit_name: post.unitName,
      first_day: post.from,
      last_day: post.to,
    }))
    const made = await officials.createOfficialPosts(rows).catch((error: unknown) => {
      // The unique index of open posts let another in first.
      if (MedusaError.isMedusaError(error)) throw new ApiError(409, 'post_overlaps')
      throw error
    })
    const ids = made.map(({ id }) => id)
    return new StepResponse(ids, ids)
  },
  async (ids, { container }) => {
    if (!ids?.length) return
    const officials: OfficialModuleService = container.resolve(OFFICIAL_MODULE)
    await officials.deleteOfficialPosts(ids)
  },
)
