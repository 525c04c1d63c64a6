import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { EVIDENCE_MODULE } from '../../../modules/evidence'
import type { EvidenceModuleService, NewPaper } from '../../../modules/evidence/service'
import { movedAway } from '../moved-away'

/**
 * Puts a new version in the place of a paper; the undo puts the old one back. Out: the id of the new one.
 * Throws ApiError 409 `paper_moved` when the old one is out of the store already.
 */
export const replacePaperStep = createStep(
  'replace-paper',
  async ({ old, row }: { old: { id: string; version: number }; row: NewPaper }, { container }) => {
    const evidence: EvidenceModuleService = container.resolve(EVIDENCE_MODULE)
    const { id } = await evidence.replacePaper(old, row).catch(movedAway)
    return new StepResponse(id, { oldId: old.id, newId: id })
  },
  async (made, { container }) => {
    if (!made) return
    const evidence: EvidenceModuleService = container.resolve(EVIDENCE_MODULE)
    await evidence.undoReplacement(made.oldId, made.newId)
  },
)
