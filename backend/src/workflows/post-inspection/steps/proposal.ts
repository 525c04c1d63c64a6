import type { ProposalRow } from '../../../modules/post-inspection/service'
import type { PROPOSAL_MOVES } from '../../../modules/post-inspection/states'
import { changeStep } from './change'

/** Proposes a revocation. Throws ApiError 409 `not_concluded`, `proposal_open`. */
export const proposeRevocationStep = changeStep('propose-revocation', (service, row: ProposalRow) =>
  service.proposeRevocation(row),
)

export interface ProposalMove {
  id: string
  move: keyof typeof PROPOSAL_MOVES
  drop_note?: string
  draft_id?: string | null
  decision_number?: string
  decided_on?: string
}

/** Moves a proposal on. Throws ApiError 404, 409 `proposal_state`. */
export const moveProposalStep = changeStep('move-proposal', (service, move: ProposalMove) => service.moveProposal(move))
