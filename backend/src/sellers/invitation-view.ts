import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import { inTransaction } from '../money/in-transaction'
import type { MemberRole } from '../producers/member-verbs'
import { contactOf, lockOpenInvitation } from './invitations'

/** What an invited person sees before they make their account. */
export interface InvitationCard {
  producerName: string
  name: string
  role: MemberRole
  /** Where it went, when that was an address: the first guess for the one to sign in with. */
  email: string | null
  /** UTC, ISO 8601. */
  expiresAt: string
}

/** Throws ApiError 410 `invitation_used`. Who may see it is asked before. */
export async function invitationCard(container: MedusaContainer, id: string): Promise<InvitationCard> {
  return await inTransaction(container, async (sql) => {
    const row = await lockOpenInvitation(sql, id)
    const [producer] = await sql.query<{ name: string }>('SELECT name FROM producer WHERE id = ?', [row.producer_id])
    if (!producer) throw new ApiError(410, 'invitation_used')
    return {
      producerName: producer.name,
      name: row.name,
      role: row.role,
      email: row.contact_kind === 'email' ? contactOf(row) : null,
      expiresAt: new Date(row.expires_at).toISOString(),
    }
  })
}
