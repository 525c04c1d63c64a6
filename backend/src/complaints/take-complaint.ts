import type { MedusaContainer } from '@medusajs/framework/types'
import { environment } from '../env'
import { COMPLAINT_MODULE } from '../modules/complaint'
import type { ComplaintModuleService } from '../modules/complaint/service'
import { signOrderLink } from '../orders/order-link'
import { newReceipt } from '../scan-reports/receipt'
import { storeComplaintWorkflow } from '../workflows/complaint/workflows/store-complaint'
import { answerDay } from './answer-day'
import type { ComplaintBody } from './bodies'

export interface TakenComplaint {
  id: string
  number: string
  /** Last day to answer, yyyy-mm-dd. */
  dueOn: string
  /** Opens its page for 180 days. */
  token: string
}

/** Takes a complaint in; the same form again is the same complaint. In: who sent it, null for a guest. */
export async function takeComplaint(
  container: MedusaContainer,
  body: ComplaintBody,
  customerId: string | null,
): Promise<TakenComplaint> {
  const { requestKey, about, ...rest } = body
  const complaints: ComplaintModuleService = container.resolve(COMPLAINT_MODULE)
  const now = new Date()
  const known = async () => (await complaints.listComplaints({ request_key: requestKey }, { take: 1 }))[0]
  const taken = ({ id, number, due_on }: { id: string; number: string; due_on: string }): TakenComplaint => ({
    id,
    number,
    dueOn: due_on,
    token: signOrderLink(id, environment().ORDER_LINK_SECRET, now),
  })
  const before = await known()
  if (before) return taken(before)
  try {
    const number = newReceipt('KN')
    const dueOn = answerDay(now)
    const { result: id } = await storeComplaintWorkflow(container).run({
      input: { ...rest, requestKey, about: about ?? null, number, dueOn, customerId, at: now.toISOString() },
    })
    return taken({ id, number, due_on: dueOn })
  } catch (error) {
    // Two copies of one form at once: the one that came second finds the first.
    const first = await known()
    if (!first) throw error
    return taken(first)
  }
}
