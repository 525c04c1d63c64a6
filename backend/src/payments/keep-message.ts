import { generateEntityId } from '@medusajs/framework/utils'
import type { MessageKind } from '../modules/payments/kinds'
import type { Sql } from '../money/in-transaction'

/** Something a gateway said, its signature having been found right. */
export interface GatewayWord {
  kind: MessageKind
  reference: string
  /** Without hash and secrets. */
  content: Readonly<Record<string, string>>
  /** What was answered, or made of it. */
  answer: string
  /** Why a person must look; null when nobody must. */
  alert: AlertCode | null
}

export type AlertCode =
  /** Paid under a reference that no attempt of ours has. */
  | 'unknown_reference'
  /** The amount is another than ours. */
  | 'other_amount'
  /** Debited at the bank, not done at the gateway. */
  | 'reversed'
  /** Its number is known with another amount or group. */
  | 'receipt_conflict'
  /** Debited and suspected of fraud. */
  | 'suspected'
  /** A refund that we did not ask for. */
  | 'foreign_refund'
  /** A refund that the gateway refused. */
  | 'refund_refused'
  /** A refund without a certain answer for a day. */
  | 'refund_silent'

/** Keeps what a gateway said, in the caller's transaction. */
export async function keepMessage(sql: Sql, word: GatewayWord): Promise<void> {
  await sql.query(
    `INSERT INTO gateway_message (id, gateway, kind, reference, content, answer, alert, said_at)
     VALUES (?, 'vnpay', ?, ?, ?::jsonb, ?, ?, now())`,
    [
      generateEntityId(undefined, 'gmsg'),
      word.kind,
      word.reference,
      JSON.stringify(word.content),
      word.answer,
      word.alert,
    ],
  )
}
