import type { MedusaContainer } from '@medusajs/framework/types'
import { dispatch } from '../dispatch/dispatch'
import { environment } from '../env'
import { inTransaction } from '../money/in-transaction'
import { lockApplication } from './application-rows'
import { signSellerLink } from './seller-link'

/** Tells an applicant what was decided, with the link to their application, where an approved one finds the invitation. */
export async function tellApplicant(container: MedusaContainer, id: string): Promise<void> {
  const row = await inTransaction(container, (sql) => lockApplication(sql, id))
  const token = signSellerLink({ purpose: 'application', id }, environment().ORDER_LINK_SECRET, new Date())
  const note = row.state === 'refused' ? (row.refuse_reason ?? '') : row.reasons.map(({ reason }) => reason).join('; ')
  await dispatch(container, {
    to: row.email === '' ? { phone: row.phone } : { email: row.email },
    kind: 'application_answered',
    params: { producer: row.name, accepted: row.state === 'approved', note },
    path: `/ban-hang/dang-ky/${id}?k=${token}`,
    dedupeKey: `application:${id}:${row.state}:${new Date(row.decided_at ?? 0).toISOString()}`,
  })
}
