import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { OFFICIAL_MODULE } from '../../../modules/official'
import type { OfficialModuleService } from '../../../modules/official/service'

export interface NewOfficial {
  name: string
  email: string
  phone: string | null
  sample: boolean
}

/** Makes an official; the undo takes the row away. Out: its id. */
export const createOfficialStep = createStep(
  'create-official',
  async (official: NewOfficial, { container }) => {
    const officials: OfficialModuleService = container.resolve(OFFICIAL_MODULE)
    const made = await officials.createOfficials(official)
    return new StepResponse(made.id, made.id)
  },
  async (id, { container }) => {
    if (!id) return
    const officials: OfficialModuleService = container.resolve(OFFICIAL_MODULE)
    await officials.deleteOfficials(id)
  },
)
