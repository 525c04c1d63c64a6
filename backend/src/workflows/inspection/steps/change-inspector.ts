import { MedusaError } from '@medusajs/framework/utils'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { INSPECTION_MODULE } from '../../../modules/inspection'
import type { InspectionModuleService } from '../../../modules/inspection/service'

export interface InspectorChange {
  inspectorId: string
  name?: string | undefined
  agency?: string | undefined
  provinceCodes?: string[] | undefined
  status?: 'active' | 'suspended' | undefined
}

/** Changes an inspector; the undo puts back what was. Throws NOT_FOUND. Out: the address to sign in with. */
export const changeInspectorStep = createStep(
  'change-inspector',
  async ({ inspectorId, provinceCodes, ...change }: InspectorChange, { container }) => {
    const inspection: InspectionModuleService = container.resolve(INSPECTION_MODULE)
    const [before] = await inspection.listInspectors({ id: inspectorId }, { take: 1 })
    if (!before) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no inspector "${inspectorId}".`)
    const all = { ...change, province_codes: provinceCodes }
    const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
    await inspection.updateInspectors({ id: inspectorId, ...given })
    const { name, agency, province_codes, status } = before
    return new StepResponse(before.email, { id: inspectorId, name, agency, province_codes, status })
  },
  async (before, { container }) => {
    if (!before) return
    const inspection: InspectionModuleService = container.resolve(INSPECTION_MODULE)
    await inspection.updateInspectors(before)
  },
)
