import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { PROGRAMME_MODULE } from '../../../modules/programme'
import type { PlanTargetRow, ProgrammeModuleService } from '../../../modules/programme/service'

/** Writes down the targets that do not stand yet; the undo takes them back, last first. Out: how many were new. */
export const saveTargetsStep = createStep(
  'save-plan-targets',
  async (targets: PlanTargetRow[], { container }) => {
    const programme: ProgrammeModuleService = container.resolve(PROGRAMME_MODULE)
    const standing = await programme.targetsAt(new Date())
    const missing = targets.filter(
      (row) =>
        !standing.some(
          (each) =>
            each.year === row.year &&
            each.province_code === row.province_code &&
            each.place === row.place &&
            each.measure === row.measure,
        ),
    )
    const set: { id: string; ended: string | null }[] = []
    for (const row of missing) set.push(await programme.setTarget(row))
    return new StepResponse(set.length, set)
  },
  async (set, { container }) => {
    const programme: ProgrammeModuleService = container.resolve(PROGRAMME_MODULE)
    for (const each of [...(set ?? [])].reverse()) await programme.unsetTarget(each)
  },
)
