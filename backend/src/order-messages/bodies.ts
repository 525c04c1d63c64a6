import { z } from '@medusajs/framework/zod'
import type { FieldCodes } from '../http/validate'
import { MESSAGE_HIDE_REASONS } from '../modules/order-message/sides'
import { MESSAGE_CHARACTERS, plainText } from './message-rules'

/** A message as its page sends it; `key` is of the page, so that one sent twice is one. */
export const WriteMessageSchema = z.object({
  key: z.uuid(),
  text: z.string().max(10_000).transform(plainText).pipe(z.string().min(1).max(MESSAGE_CHARACTERS)),
})
export type WriteMessageBody = z.infer<typeof WriteMessageSchema>
export const MESSAGE_CODES: FieldCodes = { text: 'message_text' }

/** `before`: messages with a lower number, for going back in a long conversation. */
export const ConversationQuerySchema = z.object({ before: z.coerce.number().int().min(1).max(1_000_000).optional() })
export type ConversationQuery = z.infer<typeof ConversationQuerySchema>

/** Up to which number a side has seen the conversation. */
export const ReadMessagesSchema = z.object({ upTo: z.number().int().min(1).max(1_000_000) })
export type ReadMessagesBody = z.infer<typeof ReadMessagesSchema>

/** Which conversations the operator reads, by an order's number or id or by a group's number, and what for. */
export const DeskConversationsSchema = z.object({
  order: z.string().trim().min(1).max(64),
  because: z.enum(['dispute', 'complaint', 'order']),
  /** Id of the dispute, complaint or order it is read for. */
  reference: z.string().min(1).max(64),
})
export type DeskConversationsBody = z.infer<typeof DeskConversationsSchema>

/** The operator hides a message on one of the fixed grounds, or shows it again. */
export const DecideMessageSchema = z.object({
  state: z.enum(['shown', 'hidden']),
  reason: z.enum(MESSAGE_HIDE_REASONS).nullish(),
})
export type DecideMessageBody = z.infer<typeof DecideMessageSchema>
