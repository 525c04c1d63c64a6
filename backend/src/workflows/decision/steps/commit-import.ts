import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { RECOGNITION_MODULE } from '../../../modules/recognition'
import type { RecognitionModuleService } from '../../../modules/recognition/service'

/** Takes a checked file over as a whole; the undo takes exactly that back. Throws what `commitImport` of the module throws. */
export const commitImportStep = createStep(
  'commit-decision-import',
  async (importId: string, { container }) => {
    const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
    const { province_code: provinceCode } = await service.retrieveDecisionImport(importId)
    const made = await service.commitImport(importId)
    return new StepResponse({ ...made, provinceCode }, importId)
  },
  async (importId, { container }) => {
    if (!importId) return
    const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
    await service.undoImport(importId)
    await service.updateDecisionImports({ id: importId, state: 'checked', committed_at: null, undone_at: null })
  },
)
