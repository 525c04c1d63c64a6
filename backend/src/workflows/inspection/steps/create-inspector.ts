import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { INSPECTION_MODULE } from '../../../modules/inspection'
import type { InspectionModuleService } from '../../../modules/inspection/service'

export interface NewInspector {
  name: string
  email: string
  agency: string
  provinceCodes: string[]
  sample: boolean
}

/** Makes an inspector; the undo takes the row away. Out: its id. */
export const createInspectorStep = createStep(
  'create-inspector',
  async ({ provinceCodes, ...inspector }: NewInspector, { container }) => {
    const inspection: InspectionModuleService = container.resolve(INSPECTION_MODULE)
    const made = await inspection.createInspectors({ ...inspector, province_codes: provinceCodes })
    return new StepResponse(made.id, made.id)
  },
  async (id, { container }) => {
    if (!id) return
    const inspection: InspectionModuleService = container.resolve(INSPECTION_MODULE)
    await inspection.deleteInspectors(id)
  },
)
