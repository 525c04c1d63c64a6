import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { RECOGNITION_MODULE } from '../../../modules/recognition'
import type { RecognitionModuleService } from '../../../modules/recognition/service'

/** Takes an import back; its own undo takes it over again. Throws what `undoImport` of the module throws. */
export const undoImportStep = createStep(
  'undo-decision-import',
  async (importId: string, { container }) => {
    const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
    const { province_code: provinceCode } = await service.retrieveDecisionImport(importId)
    await service.undoImport(importId)
    return new StepResponse({ provinceCode }, importId)
  },
  async (importId, { container }) => {
    if (!importId) return
    const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
    await service.updateDecisionImports({ id: importId, state: 'checked', undone_at: null })
    await service.commitImport(importId)
  },
)
