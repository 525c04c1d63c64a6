import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { EVIDENCE_MODULE } from '../../../modules/evidence'
import type { EvidenceModuleService } from '../../../modules/evidence/service'

export interface PaperVerification {
  paperId: string
  officialId: string
  note: string | null
}

/** Notes on a paper who compared it with its original; the undo puts back what stood there. */
export const verifyPaperStep = createStep(
  'verify-paper',
  async ({ paperId, officialId, note }: PaperVerification, { container }) => {
    const evidence: EvidenceModuleService = container.resolve(EVIDENCE_MODULE)
    const { id, verified_by_official, verified_at, verify_note } = await evidence.retrievePaper(paperId)
    await evidence.updatePapers({ id, verified_by_official: officialId, verified_at: new Date(), verify_note: note })
    return new StepResponse(paperId, { id, verified_by_official, verified_at, verify_note })
  },
  async (before, { container }) => {
    if (!before) return
    const evidence: EvidenceModuleService = container.resolve(EVIDENCE_MODULE)
    await evidence.updatePapers(before)
  },
)
