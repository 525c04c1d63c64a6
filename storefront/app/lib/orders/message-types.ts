export type MessageHideReason = 'insult' | 'outside_payment' | 'personal_data' | 'advertising' | 'unlawful'

/** A message as the backend tells it to one of the two sides (`backend/src/order-messages/read-messages.ts`); moments are UTC, ISO 8601. */
export interface MessageView {
  id: string
  no: number
  mine: boolean
  /** Which of the producer's people wrote it; null for buyers. */
  author: string | null
  state: 'shown' | 'hidden' | 'erased'
  text: string | null
  hideReason: MessageHideReason | null
  writtenAt: string
  seen: boolean
  fresh: boolean
}

export interface ConversationView {
  orderId: string
  number: string
  producer: string
  state: 'open' | 'unpaid' | 'over'
  until: string | null
  messages: MessageView[]
  /** What came before the page: asked for with this number. */
  older: number | null
  unread: number
}

/** A message that was refused, with what was typed. */
export interface RefusedMessage {
  values: Record<string, string>
  sentence: string
}
