/** `flagged`: reported, or judged by the words it uses; counted by nobody until the operator has looked. */
export const REVIEW_STATES = ['shown', 'flagged', 'hidden'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]
