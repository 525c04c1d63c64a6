import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import type { DispatchMessageDTO } from '../modules/dispatch/service'
import { inTransaction } from '../money/in-transaction'
import type { Sealed } from '../personal-data/sealed-field'
import { SealError } from '../personal-data/sealed-field'
import { layOut } from './compose'
import { openPart } from './dispatch'
import type { DispatchKinds } from './kinds'
import { type MailProvider, MailRefused } from './mail-provider'
import type { PhoneProvider } from './phone-provider'
import { isDispatchKind, wordsOf } from './words'

/** About two days: 30 s, 1, 2, 4 … minutes, at most an hour apart. */
const MAX_ATTEMPTS = 54
const LEASE_SECONDS = 120
const BATCH = 20

type Claimed = Pick<DispatchMessageDTO, 'id' | 'kind' | 'locale' | 'channel' | 'attempts'> & {
  params: never
  sealed: Sealed
}

export interface Sending {
  sent: number
  failed: number
}

/**
 * Sends what is due until nothing is or the time is up; safe in several processes at once. A process that dies between sending and
 * noting it sends the message once more, under the same Message-ID.
 * In: providers, the storefront's origin, the moment to stop (milliseconds since the epoch).
 */
export async function sendDue(
  container: MedusaContainer,
  { mail, phone }: { mail: MailProvider; phone: PhoneProvider | null },
  storefrontUrl: string,
  until: number,
): Promise<Sending> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const sum: Sending = { sent: 0, failed: 0 }
  while (Date.now() < until) {
    const claimed = await claimDue(container)
    if (claimed.length === 0) break
    for (const message of claimed) {
      try {
        await sendOne(message, mail, phone, storefrontUrl)
        await markSent(container, message.id)
        sum.sent += 1
        logger.info(`Message ${message.id} (${message.kind}) sent by ${mail.name}.`)
      } catch (error) {
        const final = error instanceof MailRefused || error instanceof SealError || message.attempts >= MAX_ATTEMPTS
        await markFailed(container, message.id, withoutAddresses(error), final)
        sum.failed += 1
        logger.warn(`Message ${message.id} (${message.kind}) ${final ? 'is given up' : 'waits for another try'}.`)
      }
    }
  }
  return sum
}

async function claimDue(container: MedusaContainer): Promise<Claimed[]> {
  return inTransaction(container, (sql) =>
    sql.query<Claimed>(
      `UPDATE dispatch_message SET attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => ?), updated_at = now()
       WHERE id IN (SELECT id FROM dispatch_message WHERE state = 'waiting' AND next_attempt_at <= now()
         ORDER BY next_attempt_at, id LIMIT ? FOR UPDATE SKIP LOCKED)
       RETURNING id, kind, params, locale, channel, attempts, sealed`,
      [LEASE_SECONDS, BATCH],
    ),
  )
}

async function sendOne(
  { id, kind, params, locale, channel, sealed }: Claimed,
  mail: MailProvider,
  phone: PhoneProvider | null,
  storefrontUrl: string,
): Promise<void> {
  if (!isDispatchKind(kind)) throw new MailRefused('a kind without words')
  const { address, path } = openPart(id, sealed)
  const words = wordsOf(kind, params as DispatchKinds[typeof kind], locale)
  const link = path === null ? null : `${storefrontUrl}${path}`
  if (channel === 'email') return mail.send({ id, to: address, ...layOut(words, link) })
  if (phone === null) throw new MailRefused('no provider for telephones')
  await phone.send({ id, to: address, text: [...words.paragraphs, ...(link === null ? [] : [link])].join(' ') })
}

async function markSent(container: MedusaContainer, id: string): Promise<void> {
  await inTransaction(container, (sql) =>
    sql.query(
      `UPDATE dispatch_message SET state = 'sent', sent_at = now(), sealed = NULL, last_error = NULL, updated_at = now()
       WHERE id = ? AND state = 'waiting'`,
      [id],
    ),
  )
}

async function markFailed(container: MedusaContainer, id: string, error: string, final: boolean): Promise<void> {
  await inTransaction(container, (sql) =>
    sql.query(
      `UPDATE dispatch_message SET state = CASE WHEN ? THEN 'failed' ELSE 'waiting' END, last_error = ?, updated_at = now(),
         next_attempt_at = now() + make_interval(secs => least(3600, 30 * power(2, least(attempts, 8) - 1)))
       WHERE id = ? AND state = 'waiting'`,
      [final, error, id],
    ),
  )
}

/** What went wrong, without the address that a server may have named. */
function withoutAddresses(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error)
  return said.replace(/\S+@\S+/g, '•••').slice(0, 300)
}

/**
 * Puts a message that was given up or could not be sent back to be sent. Out: false when it is in another state or its address is
 * not kept (any more).
 */
export async function retryMessage(
  container: MedusaContainer,
  id: string,
  phone: PhoneProvider | null,
): Promise<boolean> {
  const rows = await inTransaction(container, (sql) =>
    sql.query(
      `UPDATE dispatch_message SET state = 'waiting', reason = NULL, attempts = 0, next_attempt_at = now(), updated_at = now()
       WHERE id = ? AND sealed IS NOT NULL AND (state = 'failed' OR (state = 'unsendable' AND ?)) RETURNING id`,
      [id, phone !== null],
    ),
  )
  return rows.length === 1
}

/** Deletes what was sent or given up more than 180 days ago, and erases addresses that wait in vain after 30. */
export async function eraseOldMessages(container: MedusaContainer): Promise<void> {
  await inTransaction(container, async (sql) => {
    await sql.query(
      `DELETE FROM dispatch_message WHERE state <> 'waiting' AND created_at < now() - interval '180 days'`,
    )
    await sql.query(
      `UPDATE dispatch_message SET sealed = NULL, updated_at = now()
       WHERE state <> 'waiting' AND sealed IS NOT NULL AND created_at < now() - interval '30 days'`,
    )
  })
}
