import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { newResetToken, RESET_MINUTES, resetTokenHash } from '../customers/new-password'
import { dispatchIn } from '../dispatch/dispatch'
import { ApiError } from '../http/api-error'
import { inTransaction, type Sql } from '../money/in-transaction'
import { type AuditActor, recordAuditIn } from '../officials/record-audit'
import type { MemberRole } from '../producers/member-verbs'

/** Where a link leads; the token is in this answer alone. */
const pageOf = (token: string) => `/chu-the/dat-mat-khau?ma=${token}`

/** Letters to one member within the time a link works: more would be somebody else's joke. */
const MOST_LETTERS = 3

/**
 * Sends a link for a new password to the address, when an active member signs in with it; three an hour. Says nothing of whether one does.
 */
export async function askMemberReset(container: MedusaContainer, email: string): Promise<void> {
  await inTransaction(container, async (sql) => {
    const [member] = await sql.query<{ id: string }>(
      `SELECT id FROM producer_member WHERE email = ? AND status = 'active' AND deleted_at IS NULL FOR UPDATE`,
      [email],
    )
    if (!member) return
    const [sent] = await sql.query<{ letters: number }>(
      `SELECT count(*)::int AS letters FROM member_password_reset
       WHERE member_id = ? AND issued_by IS NULL AND created_at > now() - make_interval(mins => ?)`,
      [member.id, RESET_MINUTES],
    )
    if ((sent?.letters ?? 0) >= MOST_LETTERS) return
    const { id, token } = await issueIn(sql, member.id, null)
    await dispatchIn(sql, {
      to: { email },
      kind: 'password_reset',
      params: { hours: RESET_MINUTES / 60 },
      dedupeKey: `member-password-reset:${id}`,
      path: pageOf(token),
    })
  })
}

/**
 * A link to hand to a member who reads no e-mail; on record. In: whose member, and who hands it out. An owner's link is the operator's to
 * give (`forOwners`): one owner must not take another's account. Out: the page's path with its token, which is kept nowhere.
 * Throws ApiError 404, and 409 `reset_owner`.
 */
export async function issueMemberReset(
  container: MedusaContainer,
  { producerId, memberId, forOwners }: { producerId: string; memberId: string; forOwners: boolean },
  actor: AuditActor,
): Promise<{ path: string; minutes: number }> {
  return await inTransaction(container, async (sql) => {
    const [member] = await sql.query<{ role: MemberRole; province_code: string | null; commune_code: string | null }>(
      `SELECT m.role, p.province_code, p.commune_code FROM producer_member m JOIN producer p ON p.id = m.producer_id
       WHERE m.id = ? AND m.producer_id = ? AND m.status = 'active' AND m.deleted_at IS NULL FOR UPDATE OF m`,
      [memberId, producerId],
    )
    if (!member) throw new ApiError(404, 'not_found')
    if (member.role === 'owner' && !forOwners) throw new ApiError(409, 'reset_owner')
    const { token } = await issueIn(sql, memberId, actor.id)
    await recordAuditIn(sql, {
      actor,
      verb: 'member:reset_link',
      subject: { type: 'producer_member', id: memberId },
      place: { provinceCode: member.province_code, communeCode: member.commune_code },
    })
    return { path: pageOf(token), minutes: RESET_MINUTES }
  })
}

/** A newer link ends the older ones. */
async function issueIn(sql: Sql, memberId: string, issuedBy: string | null): Promise<{ id: string; token: string }> {
  await sql.query(
    `UPDATE member_password_reset SET expires_at = least(expires_at, now()), updated_at = now() WHERE member_id = ? AND used_at IS NULL`,
    [memberId],
  )
  const id = generateEntityId(undefined, 'mrst')
  const token = newResetToken()
  await sql.query(
    `INSERT INTO member_password_reset (id, member_id, token_hash, expires_at, issued_by)
     VALUES (?, ?, ?, now() + make_interval(mins => ?), ?)`,
    [id, memberId, resetTokenHash(token), RESET_MINUTES, issuedBy],
  )
  return { id, token }
}

/**
 * Uses a link up and ends the member's sessions, in one transaction: of two who come at once one passes. Out: the link's id, and the address the
 * member signs in with. Throws ApiError 400 `reset_link` for one that is unknown, used or over, or whose member is gone.
 */
export async function spendMemberReset(
  container: MedusaContainer,
  token: string,
): Promise<{ id: string; email: string }> {
  return await inTransaction(container, async (sql) => {
    const [used] = await sql.query<{ id: string; member_id: string }>(
      `UPDATE member_password_reset SET used_at = now(), updated_at = now()
       WHERE token_hash = ? AND used_at IS NULL AND expires_at > now() AND deleted_at IS NULL RETURNING id, member_id`,
      [resetTokenHash(token)],
    )
    const [member] = used
      ? await sql.query<{ email: string }>(
          `UPDATE producer_member SET sessions_from = now(), updated_at = now()
           WHERE id = ? AND status = 'active' AND deleted_at IS NULL RETURNING email`,
          [used.member_id],
        )
      : []
    if (!used || !member) throw new ApiError(400, 'reset_link', { field: 'token' })
    return { id: used.id, email: member.email }
  })
}

/** Frees a link again whose password could not be set. */
export async function freeMemberReset(container: MedusaContainer, id: string): Promise<void> {
  await inTransaction(container, (sql) =>
    sql.query('UPDATE member_password_reset SET used_at = NULL WHERE id = ?', [id]),
  )
}
