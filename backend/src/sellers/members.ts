import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import { environment } from '../env'
import { ApiError } from '../http/api-error'
import { foreignRow } from '../http/foreign-row'
import type { Tenant } from '../http/tenant'
import { inTransaction, type Sql } from '../money/in-transaction'
import type { MemberRole } from '../producers/member-verbs'
import { LOGIN_PROVIDER } from '../workflows/producer/steps/register-login'
import type { NewInvitationBody } from './bodies'
import { inviteIn, readContact } from './invitations'
import { signSellerLink } from './seller-link'

export interface InvitationView {
  id: string
  name: string
  role: MemberRole
  /** By which who invited knows it again. */
  masked: string
  /** UTC, ISO 8601. */
  expiresAt: string
}

/** Invitations of a producer that can still be used, newest first. */
export async function openInvitations(container: MedusaContainer, producerId: string): Promise<InvitationView[]> {
  return await inTransaction(container, async (sql) => {
    const rows = await sql.query<{
      id: string
      name: string
      role: MemberRole
      masked: string
      expires_at: Date | string
    }>(
      `SELECT id, name, role, masked, expires_at FROM member_invitation
       WHERE producer_id = ? AND state = 'open' AND expires_at > now() AND deleted_at IS NULL ORDER BY id DESC LIMIT 100`,
      [producerId],
    )
    return rows.map(({ expires_at, ...row }) => ({ ...row, expiresAt: new Date(expires_at).toISOString() }))
  })
}

/**
 * Invites a person. Out: the invitation and the token of its link, which is shown once to who invited: they may hand it over
 * themselves. Throws ApiError 400 `contact_invalid`.
 */
export async function inviteMember(
  container: MedusaContainer,
  { producerId, memberId, sample }: Tenant,
  { name, role, contact }: NewInvitationBody,
): Promise<{ id: string; token: string }> {
  const read = readContact(contact)
  const id = await inTransaction(container, (sql) =>
    inviteIn(sql, { producerId, name, role, contact: read, invitedBy: memberId, sample }),
  )
  return { id, token: signSellerLink({ purpose: 'invitation', id }, environment().ORDER_LINK_SECRET, new Date()) }
}

/**
 * Takes an invitation back. Throws ApiError 404 for one there is not (one of another producer is logged as `foreignRow` does), and 410
 * `invitation_used` for one that is no longer open.
 */
export async function withdrawInvitation(
  container: MedusaContainer,
  { memberId, producerId }: Pick<Tenant, 'memberId' | 'producerId'>,
  id: string,
): Promise<void> {
  await inTransaction(container, async (sql) => {
    const [row] = await sql.query<{ producer_id: string; state: string }>(
      'SELECT producer_id, state FROM member_invitation WHERE id = ? AND deleted_at IS NULL FOR UPDATE',
      [id],
    )
    if (!row) throw new ApiError(404, 'not_found')
    if (row.producer_id !== producerId) {
      throw foreignRow({ actor: 'producer', id: memberId }, { type: 'member_invitation', id })
    }
    if (row.state !== 'open') throw new ApiError(410, 'invitation_used')
    await sql.query("UPDATE member_invitation SET state = 'withdrawn', updated_at = now() WHERE id = ?", [id])
  })
}

/** Gives a member another role. Throws ApiError 404, 409 `last_owner`. */
export async function changeRole(
  container: MedusaContainer,
  producerId: string,
  memberId: string,
  role: MemberRole,
): Promise<void> {
  await inTransaction(container, async (sql) => {
    const member = await lockMember(sql, producerId, memberId)
    if (member.role === 'owner' && role !== 'owner') await requireOtherOwner(sql, producerId, memberId)
    await sql.query('UPDATE producer_member SET role = ?, updated_at = now() WHERE id = ?', [role, memberId])
  })
}

/**
 * Removes a member: every session of theirs ends with the next request (the guard asks for the row each time), and the login goes.
 * What they wrote keeps their name. Throws ApiError 404, 409 `last_owner`.
 */
export async function removeMember(container: MedusaContainer, producerId: string, memberId: string): Promise<void> {
  const email = await inTransaction(container, async (sql) => {
    const member = await lockMember(sql, producerId, memberId)
    if (member.role === 'owner') await requireOtherOwner(sql, producerId, memberId)
    await sql.query('UPDATE producer_member SET deleted_at = now(), updated_at = now() WHERE id = ?', [memberId])
    return member.email
  })
  const auth = container.resolve(Modules.AUTH)
  const identities = await auth.listAuthIdentities({
    provider_identities: { entity_id: email, provider: LOGIN_PROVIDER },
  })
  const theirs = identities.filter((identity) => identity.app_metadata?.producer_id === memberId)
  await auth.deleteAuthIdentities(theirs.map((identity) => identity.id))
}

/** Throws ApiError 422 `password_wrong` unless it is the member's password. Out: the address they sign in with. */
export async function requirePassword(container: MedusaContainer, tenant: Tenant, password: string): Promise<string> {
  const [row] = await inTransaction(container, (sql) =>
    sql.query<{ email: string }>('SELECT email FROM producer_member WHERE id = ?', [tenant.memberId]),
  )
  const email = row?.email ?? ''
  const { success } = await container.resolve(Modules.AUTH).authenticate(LOGIN_PROVIDER, { body: { email, password } })
  if (!success) throw new ApiError(422, 'password_wrong', { field: 'password' })
  return email
}

/** Locks all members of the producer, so that two owners cannot leave at the same moment. */
async function lockMember(sql: Sql, producerId: string, id: string): Promise<{ role: MemberRole; email: string }> {
  const rows = await sql.query<{ id: string; role: MemberRole; email: string }>(
    'SELECT id, role, email FROM producer_member WHERE producer_id = ? AND deleted_at IS NULL ORDER BY id FOR UPDATE',
    [producerId],
  )
  const member = rows.find((row) => row.id === id)
  if (!member) throw new ApiError(404, 'not_found')
  return member
}

async function requireOtherOwner(sql: Sql, producerId: string, memberId: string): Promise<void> {
  const [other] = await sql.query(
    `SELECT 1 FROM producer_member WHERE producer_id = ? AND id <> ? AND role = 'owner' AND status = 'active'
     AND deleted_at IS NULL LIMIT 1`,
    [producerId, memberId],
  )
  if (!other) throw new ApiError(409, 'last_owner')
}

/** Gives a member a new password. Throws ApiError 422 `password_wrong` unless the current one is right. */
export async function changePassword(
  container: MedusaContainer,
  tenant: Tenant,
  { current, password }: { current: string; password: string },
): Promise<void> {
  const email = await requirePassword(container, tenant, current)
  const { success } = await container
    .resolve(Modules.AUTH)
    .updateProvider(LOGIN_PROVIDER, { entity_id: email, password })
  if (!success) throw new Error('a password could not be set')
}

/** The id of a member of the tenant's producer. Throws ApiError 404; one of another producer is logged as `foreignRow` does. */
export async function ownMember(container: MedusaContainer, tenant: Tenant, id: string): Promise<string> {
  const [row] = await inTransaction(container, (sql) =>
    sql.query<{ producer_id: string }>('SELECT producer_id FROM producer_member WHERE id = ? AND deleted_at IS NULL', [
      id,
    ]),
  )
  if (!row) throw new ApiError(404, 'not_found')
  if (row.producer_id !== tenant.producerId) {
    throw foreignRow({ actor: 'producer', id: tenant.memberId }, { type: 'producer_member', id })
  }
  return id
}
