import type { MedusaContainer } from '@medusajs/framework/types'
import { v7 as uuidv7 } from 'uuid'
import { inTransaction, type Sql } from '../money/in-transaction'
import { groupPage } from '../orders/group-page'
import { personalKeys } from '../personal-data/personal-keys'
import type { Sealed } from '../personal-data/sealed-field'
import type { DispatchKind, DispatchKinds } from './kinds'
import { phoneProvider } from './phone-provider'
import { type DispatchTo, hintOf, receiversOf } from './receiver'
import type { DispatchLocale } from './words'

/** One message. The same `dedupeKey` is told once, however often it is asked for. */
export type DispatchDraft = {
  [Kind in DispatchKind]: {
    to: DispatchTo
    kind: Kind
    params: DispatchKinds[Kind]
    dedupeKey: string
    /**
     * Page of the storefront it leads to, with its token if it needs one: `/don-hang/ogrp_…?t=…`; without one what is told to a group leads to
     * the group's page. Sealed with the address.
     */
    path?: string
    /** Vietnamese unless the receiver chose English. */
    locale?: DispatchLocale
  }
}[DispatchKind]

/** What is sealed: the address and the link, which may carry a token. */
export interface SealedPart {
  address: string
  path: string | null
}

/**
 * Writes messages in the caller's transaction: they exist exactly when what they tell does. A job sends them.
 * Never throws for an address: one that is missing or wrong makes a message that the operator sees as unsendable.
 * Out: ids of the new messages; none for what was told before.
 */
export async function dispatchIn(sql: Sql, drafts: DispatchDraft | readonly DispatchDraft[]): Promise<string[]> {
  const made: string[] = []
  for (const draft of [drafts].flat() as DispatchDraft[]) {
    const page = draft.path ?? ('groupId' in draft.to ? groupPage(draft.to.groupId) : undefined)
    for (const receiver of await receiversOf(sql, draft.to)) {
      const id = uuidv7()
      const reason =
        receiver.reason ?? (receiver.channel === 'phone' && phoneProvider() === null ? 'no_phone_provider' : null)
      const sealed =
        reason === 'no_address' || reason === 'address_invalid' ? null : sealPart(id, receiver.address, page)
      const rows = await sql.query<{ id: string }>(
        `INSERT INTO dispatch_message (id, dedupe_key, channel, kind, params, locale, hint, sealed, state, reason, next_attempt_at)
         VALUES (?, ?, ?, ?, ?::jsonb, ?, ?, ?::jsonb, ?, ?, now()) ON CONFLICT (dedupe_key) DO NOTHING RETURNING id`,
        [
          id,
          `${draft.dedupeKey}${receiver.suffix}`,
          receiver.channel,
          draft.kind,
          JSON.stringify(draft.params),
          draft.locale ?? 'vi',
          hintOf(receiver),
          sealed === null ? null : JSON.stringify(sealed),
          reason === null ? 'waiting' : 'unsendable',
          reason,
        ],
      )
      made.push(...rows.map((row) => row.id))
    }
  }
  return made
}

/** `dispatchIn` in a transaction of its own, for news that is not written next to a change. */
export async function dispatch(
  container: MedusaContainer,
  drafts: DispatchDraft | readonly DispatchDraft[],
): Promise<string[]> {
  return inTransaction(container, (sql) => dispatchIn(sql, drafts))
}

/** Opens the address and link of a message. Throws SealError. */
export function openPart(id: string, sealed: Sealed): SealedPart {
  return JSON.parse(personalKeys().open(sealed, placeOf(id))) as SealedPart
}

function sealPart(id: string, address: string, path: string | undefined): Sealed {
  const part: SealedPart = { address, path: path ?? null }
  return personalKeys().seal(JSON.stringify(part), placeOf(id))
}

const placeOf = (id: string) => ({ producerId: '', subject: id, field: 'dispatch' })
