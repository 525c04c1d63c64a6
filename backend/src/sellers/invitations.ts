import { generateEntityId } from '@medusajs/framework/utils'
import { z } from '@medusajs/framework/zod'
import { ApiError } from '../http/api-error'
import type { MemberInvitationDTO } from '../modules/seller-account/service'
import type { Sql } from '../money/in-transaction'
import { personalKeys } from '../personal-data/personal-keys'
import type { MemberRole } from '../producers/member-verbs'
import { readPhone } from './phone-number'

const LIFETIME_DAYS = 7

export interface Contact {
  kind: 'email' | 'phone'
  value: string
}

/** An e-mail address or a Vietnamese number. Throws ApiError 400 `contact_invalid`. */
export function readContact(typed: string): Contact {
  const email = z.email().safeParse(typed.trim().toLowerCase())
  if (email.success) return { kind: 'email', value: email.data }
  const phone = readPhone(typed)
  if (phone === null) throw new ApiError(400, 'contact_invalid', { field: 'contact' })
  return { kind: 'phone', value: phone }
}

/** By which who invited knows it again: `h***@example.com`, `091•••678`. */
export function maskedContact({ kind, value }: Contact): string {
  if (kind === 'phone') return `${value.slice(0, 3)}•••${value.slice(-3)}`
  const [local = '', host = ''] = value.split('@')
  return `${local.slice(0, 1)}•••@${host}`
}

const placeOf = (producerId: string, id: string) => ({ producerId, subject: id, field: 'contact' })

/** Invites one person, in the caller's transaction. Out: the invitation's id; its link is `signSellerLink`'s. */
export async function inviteIn(
  sql: Sql,
  given: {
    producerId: string
    name: string
    role: MemberRole
    contact: Contact
    invitedBy: string
    sample?: boolean
  },
): Promise<string> {
  const id = generateEntityId(undefined, 'minv')
  const { ciphertext, nonce, keyId } = personalKeys().seal(given.contact.value, placeOf(given.producerId, id))
  await sql.query(
    `INSERT INTO member_invitation
       (id, producer_id, name, role, contact_kind, ciphertext, nonce, key_id, masked, expires_at, invited_by, sample)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, now() + make_interval(days => ?), ?, ?)`,
    [
      ...[id, given.producerId, given.name, given.role, given.contact.kind, ciphertext, nonce, keyId],
      ...[maskedContact(given.contact), LIFETIME_DAYS, given.invitedBy, given.sample ?? false],
    ],
  )
  return id
}

/** Where an invitation went, in the clear. */
export function contactOf(row: MemberInvitationDTO): string {
  const { id, producer_id: producerId, ciphertext, nonce, key_id: keyId } = row
  return personalKeys().open({ ciphertext, nonce, keyId }, placeOf(producerId, id))
}

/** An invitation that can be used now, locked until the transaction ends. Throws ApiError 410 `invitation_used`. */
export async function lockOpenInvitation(sql: Sql, id: string): Promise<MemberInvitationDTO> {
  const [row] = await sql.query<MemberInvitationDTO>(
    `SELECT * FROM member_invitation
     WHERE id = ? AND state = 'open' AND expires_at > now() AND deleted_at IS NULL FOR UPDATE`,
    [id],
  )
  if (!row) throw new ApiError(410, 'invitation_used')
  return row
}
