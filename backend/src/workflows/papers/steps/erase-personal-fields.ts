import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { EVIDENCE_MODULE } from '../../../modules/evidence'
import type { EvidenceModuleService, SealedField } from '../../../modules/evidence/service'

export interface PersonalErasure {
  producer_id: string
  subject: string
  field: SealedField['field'][]
}

/** Erases fields of one person; the undo writes them back as they were sealed. Out: how many there were. */
export const erasePersonalFieldsStep = createStep(
  'erase-personal-fields',
  async (whose: PersonalErasure, { container }) => {
    const evidence: EvidenceModuleService = container.resolve(EVIDENCE_MODULE)
    const before = await evidence.eraseSealed(whose)
    return new StepResponse(before.length, before)
  },
  async (before, { container }) => {
    if (!before) return
    const evidence: EvidenceModuleService = container.resolve(EVIDENCE_MODULE)
    await evidence.saveSealed(before)
  },
)
