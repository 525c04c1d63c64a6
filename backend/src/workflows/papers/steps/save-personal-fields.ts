import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { EVIDENCE_MODULE } from '../../../modules/evidence'
import type { EvidenceModuleService, SealedField } from '../../../modules/evidence/service'

/** Keeps sealed fields of one person; the undo puts back what was there. In: values that are sealed already. */
export const savePersonalFieldsStep = createStep(
  'save-personal-fields',
  async (rows: SealedField[], { container }) => {
    const evidence: EvidenceModuleService = container.resolve(EVIDENCE_MODULE)
    const before = await evidence.saveSealed(rows)
    return new StepResponse(rows.length, { rows, before })
  },
  async (done, { container }) => {
    if (!done) return
    const evidence: EvidenceModuleService = container.resolve(EVIDENCE_MODULE)
    for (const { producer_id, subject, field } of done.rows) {
      await evidence.eraseSealed({ producer_id, subject, field: [field] })
    }
    await evidence.saveSealed(done.before)
  },
)
