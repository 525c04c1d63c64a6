import type { MessageChannel, UnsendableReason } from '../modules/dispatch/states'
import type { Sql } from '../money/in-transaction'

/**
 * Whom to tell. A customer is told at their account's address, a group's buyer at the one of the order (else their telephone), a
 * producer through each of its active owners.
 */
export type DispatchTo =
  | { email: string }
  | { phone: string }
  | { customerId: string }
  | { groupId: string }
  | { producerId: string }

/** Where a message goes; `reason` says why it cannot. `suffix` tells the receivers of one message apart. */
export interface Receiver {
  channel: MessageChannel
  address: string
  reason: UnsendableReason | null
  suffix: string
}

/** Finds the addresses, in the caller's transaction. Out: at least one receiver; one without an address is `no_address`. */
export async function receiversOf(sql: Sql, to: DispatchTo): Promise<Receiver[]> {
  if ('email' in to) return [atEmail(to.email, '')]
  if ('phone' in to) return [atPhone(to.phone)]
  if ('customerId' in to) {
    const [row] = await sql.query<{ email: string | null; phone: string | null }>(
      'SELECT email, phone FROM customer WHERE id = ? AND deleted_at IS NULL',
      [to.customerId],
    )
    return [atEither(row)]
  }
  if ('groupId' in to) {
    const [row] = await sql.query<{ email: string | null; phone: string | null }>(
      'SELECT email, phone FROM order_group WHERE id = ?',
      [to.groupId],
    )
    return [atEither(row)]
  }
  const owners = await sql.query<{ id: string; email: string }>(
    `SELECT id, email FROM producer_member
     WHERE producer_id = ? AND role = 'owner' AND status = 'active' AND deleted_at IS NULL ORDER BY id`,
    [to.producerId],
  )
  return owners.length === 0 ? [NOBODY] : owners.map(({ id, email }) => atEmail(email, `:${id}`))
}

const NOBODY: Receiver = { channel: 'email', address: '', reason: 'no_address', suffix: '' }

function atEither(row: { email: string | null; phone: string | null } | undefined): Receiver {
  if (row?.email) return atEmail(row.email, '')
  return row?.phone ? atPhone(row.phone) : NOBODY
}

/** One address alone, without anything that could end a header or begin another address. */
function atEmail(email: string, suffix: string): Receiver {
  const address = email.trim()
  const valid =
    address.length <= 254 &&
    /^[^\s@<>,;:"()[\]\\\p{Cc}]+@[^\s@<>,;:"()[\]\\\p{Cc}]+\.[^\s@<>,;:"()[\]\\\p{Cc}]+$/u.test(address)
  return { channel: 'email', address, reason: valid && !/[\r\n]/.test(email) ? null : 'address_invalid', suffix }
}

function atPhone(phone: string): Receiver {
  const address = phone.trim()
  return {
    channel: 'phone',
    address,
    reason: /^\+?[0-9 .-]{8,20}$/.test(address) ? null : 'address_invalid',
    suffix: '',
  }
}

/** By what its owner and the operator know an address again: `n•••@example.com`, `•••••••678`. */
export function hintOf({ channel, address }: Receiver): string {
  if (address === '') return '—'
  if (channel === 'phone') return `•••••••${address.replace(/\D/g, '').slice(-3)}`
  const [name = '', host = ''] = address.replace(/[\p{Cc}\s]/gu, '').split('@')
  return `${name.slice(0, 1)}•••@${host.slice(0, 100)}`
}
