/** Who speaks in a conversation. */
export const MESSAGE_SIDES = ['buyer', 'seller'] as const
export type MessageSide = (typeof MESSAGE_SIDES)[number]

/** The only grounds for hiding a message. That it complains is none of them. */
export const MESSAGE_HIDE_REASONS = ['insult', 'outside_payment', 'personal_data', 'advertising', 'unlawful'] as const
export type MessageHideReason = (typeof MESSAGE_HIDE_REASONS)[number]
