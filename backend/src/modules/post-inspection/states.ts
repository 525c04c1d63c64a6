/** Where a post-inspection stands. `followed_up`: all that had to be mended is mended. */
export const INSPECTION_STATES = ['planned', 'under_way', 'concluded', 'followed_up', 'closed', 'cancelled'] as const
export type InspectionState = (typeof INSPECTION_STATES)[number]

export const FOLLOW_UP_STATES = ['open', 'answered', 'accepted', 'refused'] as const
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number]

export const PROPOSAL_STATES = ['proposed', 'drafted', 'decided', 'dropped'] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

interface Move<State extends string> {
  from: readonly State[]
  to: State
}

/** Every way from one state to another; what is not here cannot be done. */
export const INSPECTION_MOVES = {
  record: { from: ['planned', 'under_way'], to: 'under_way' },
  conclude: { from: ['under_way'], to: 'concluded' },
  mended: { from: ['concluded'], to: 'followed_up' },
  close: { from: ['concluded', 'followed_up'], to: 'closed' },
  cancel: { from: ['planned', 'under_way'], to: 'cancelled' },
} as const satisfies Record<string, Move<InspectionState>>

export const FOLLOW_UP_MOVES = {
  answer: { from: ['open', 'refused'], to: 'answered' },
  accept: { from: ['answered'], to: 'accepted' },
  refuse: { from: ['answered'], to: 'refused' },
} as const satisfies Record<string, Move<FollowUpState>>

/** `take_back`: the draft of the decision was thrown away, the proposal stands. */
export const PROPOSAL_MOVES = {
  draft: { from: ['proposed'], to: 'drafted' },
  take_back: { from: ['drafted'], to: 'proposed' },
  decide: { from: ['proposed', 'drafted'], to: 'decided' },
  drop: { from: ['proposed'], to: 'dropped' },
} as const satisfies Record<string, Move<ProposalState>>

/** The state after a move; null when the move is not possible from there. */
export function moved<State extends string>(move: Move<State>, from: State): State | null {
  return move.from.includes(from) ? move.to : null
}

/** States in which what was found is on record and still at work: only then may a revocation be proposed on it. */
export const CONCLUDED: readonly InspectionState[] = ['concluded', 'followed_up']

/** States of a proposal that is not over; a recognition has one at most. */
export const OPEN_PROPOSALS: readonly ProposalState[] = ['proposed', 'drafted']

/** States of a follow-up that still asks something of the holder or of us. */
export const OPEN_FOLLOW_UPS: readonly FollowUpState[] = ['open', 'answered', 'refused']
