import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { PROGRAMME_MODULE } from '../../../modules/programme'
import type { PlanTargetRow, ProgrammeModuleService } from '../../../modules/programme/service'

/** Writes a plan's target down; the undo lets the one before stand again. Out: its id. */
export const setTargetStep = createStep(
  'set-plan-target',
  async (row: PlanTargetRow, { container }) => {
    const programme: ProgrammeModuleService = container.resolve(PROGRAMME_MODULE)
    const set = await programme.setTarget(row)
    return new StepResponse(set.id, set)
  },
  async (set, { container }) => {
    if (!set) return
    const programme: ProgrammeModuleService = container.resolve(PROGRAMME_MODULE)
    await programme.unsetTarget(set)
  },
)
