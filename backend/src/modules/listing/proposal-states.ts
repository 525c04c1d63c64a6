/**
 * A new listing: a `draft` of its producer's, `submitted` for review, `returned` with a reason (and then edited like a draft), `listing`
 * while its product is being made, `approved` once it is on sale. A draft that is not wanted is `discarded`.
 */
export const PROPOSAL_STATES = ['draft', 'submitted', 'returned', 'listing', 'approved', 'discarded'] as const

export type ProposalState = (typeof PROPOSAL_STATES)[number]
