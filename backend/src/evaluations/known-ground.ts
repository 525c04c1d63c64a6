import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import { rulesOn } from '../rules/rules-on'

/** Refuses a ground that the scoring rules of the day do not know. Null (an absence) passes. Throws ApiError 422 `conflict_ground`. */
export async function requireGround(container: MedusaContainer, day: string, ground: string | null): Promise<void> {
  if (ground === null) return
  const { scoring } = await rulesOn(container, day)
  if (!scoring.conflictGrounds.some(({ code }) => code === ground)) {
    throw new ApiError(422, 'conflict_ground', { field: 'ground' })
  }
}
