import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { EVIDENCE_MODULE } from '../../../modules/evidence'
import type { EvidenceModuleService } from '../../../modules/evidence/service'
import { movedAway } from '../moved-away'

export interface PaperMove {
  id: string
  from: 'active' | 'withdrawn'
  to: 'active' | 'withdrawn'
}

/** Withdraws a paper or puts it back; the undo does the opposite. Throws ApiError 409 `paper_moved`. */
export const movePaperStep = createStep(
  'move-paper',
  async (move: PaperMove, { container }) => {
    const evidence: EvidenceModuleService = container.resolve(EVIDENCE_MODULE)
    await evidence.move(move.id, { from: move.from, to: move.to, replacedBy: null }).catch(movedAway)
    return new StepResponse(move.id, move)
  },
  async (move, { container }) => {
    if (!move) return
    const evidence: EvidenceModuleService = container.resolve(EVIDENCE_MODULE)
    await evidence.move(move.id, { from: move.to, to: move.from, replacedBy: null })
  },
)
