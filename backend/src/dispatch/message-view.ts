import type { DispatchMessageDTO } from '../modules/dispatch/service'
import type { MessageChannel, MessageState } from '../modules/dispatch/states'
import { phoneProvider } from './phone-provider'
import { isDispatchKind, wordsOf } from './words'

/** A message as the operator sees it: never its address, never its link. Moments ISO 8601. */
export interface MessageView {
  id: string
  kind: string
  /** In Vietnamese, whatever language it goes out in. */
  subject: string
  channel: MessageChannel
  hint: string
  state: MessageState
  reason: string | null
  attempts: number
  lastError: string | null
  writtenAt: string
  sentAt: string | null
  /** When a waiting message is tried next. */
  nextAttemptAt: string | null
  retriable: boolean
}

/** In: a row as the module reads it. */
export function messageView(row: DispatchMessageDTO): MessageView {
  return {
    id: row.id,
    kind: row.kind,
    subject: isDispatchKind(row.kind) ? wordsOf(row.kind, row.params as never, 'vi').subject : row.kind,
    channel: row.channel,
    hint: row.hint,
    state: row.state,
    reason: row.reason,
    attempts: row.attempts,
    lastError: row.last_error,
    writtenAt: new Date(row.created_at).toISOString(),
    sentAt: row.sent_at === null ? null : new Date(row.sent_at).toISOString(),
    nextAttemptAt: row.state === 'waiting' ? new Date(row.next_attempt_at).toISOString() : null,
    retriable:
      row.sealed !== null && (row.state === 'failed' || (row.state === 'unsendable' && phoneProvider() !== null)),
  }
}
