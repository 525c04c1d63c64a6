import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { EVIDENCE_MODULE } from '../../../modules/evidence'
import type { EvidenceModuleService, NewPaper } from '../../../modules/evidence/service'

/** Puts a paper into its producer's store; the undo takes it out. Out: its id. */
export const addPaperStep = createStep(
  'add-paper',
  async (row: NewPaper, { container }) => {
    const evidence: EvidenceModuleService = container.resolve(EVIDENCE_MODULE)
    const { id } = await evidence.createPapers(row)
    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (!id) return
    const evidence: EvidenceModuleService = container.resolve(EVIDENCE_MODULE)
    await evidence.deletePapers(id)
  },
)
