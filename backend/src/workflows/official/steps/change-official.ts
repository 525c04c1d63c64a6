import { MedusaError } from '@medusajs/framework/utils'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { OFFICIAL_MODULE } from '../../../modules/official'
import type { OfficialModuleService } from '../../../modules/official/service'

export interface OfficialChange {
  officialId: string
  name?: string | undefined
  phone?: string | null | undefined
  status?: 'active' | 'suspended' | undefined
}

/** Changes an official; the undo puts back what was. Throws NOT_FOUND. Out: the address to sign in with. */
export const changeOfficialStep = createStep(
  'change-official',
  async ({ officialId, ...change }: OfficialChange, { container }) => {
    const officials: OfficialModuleService = container.resolve(OFFICIAL_MODULE)
    const [before] = await officials.listOfficials({ id: officialId }, { take: 1 })
    if (!before) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no official "${officialId}".`)
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
    await officials.updateOfficials({ id: officialId, ...given })
    const { name, phone, status } = before
    return new StepResponse(before.email, { id: officialId, name, phone, status })
  },
  async (before, { container }) => {
    if (!before) return
    const officials: OfficialModuleService = container.resolve(OFFICIAL_MODULE)
    await officials.updateOfficials(before)
  },
)
