/**
 * `waiting`: to be sent, or sent again after a failure. `failed`: given up. `unsendable`: there was nobody to send to, or no
 * provider that could; an operator sees why.
 */
export const MESSAGE_STATES = ['waiting', 'sent', 'failed', 'unsendable'] as const
export type MessageState = (typeof MESSAGE_STATES)[number]

export const MESSAGE_CHANNELS = ['email', 'phone'] as const
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number]

/** Why a message cannot be sent at all. */
export const UNSENDABLE_REASONS = ['no_address', 'address_invalid', 'no_phone_provider'] as const
export type UnsendableReason = (typeof UNSENDABLE_REASONS)[number]
