export const REVIEW_STATES = ['waiting', 'shown', 'hidden', 'withdrawn'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

/** The only grounds for hiding what a buyer wrote: that it is unfavourable is none of them. */
export const HIDE_REASONS = ['insult', 'personal_data', 'off_topic', 'advertising', 'unlawful'] as const
export type HideReason = (typeof HIDE_REASONS)[number]

/** Points a buyer gives; words keep them apart from the stars of a recognition. */
export const POINTS = [1, 2, 3, 4, 5] as const
