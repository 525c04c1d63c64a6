/** A change waits, then is shown, sent back with a reason, or taken back by its producer. Only `submitted` goes on. */
export const CHANGE_STATES = ['submitted', 'approved', 'returned', 'withdrawn'] as const

export type ChangeState = (typeof CHANGE_STATES)[number]
