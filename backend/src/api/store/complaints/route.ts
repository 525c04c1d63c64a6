import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { answerDay } from '../../../complaints/answer-day'
import type { ComplaintBody } from '../../../complaints/bodies'
import { environment } from '../../../env'
import { neverCache } from '../../../http/cache-headers'
import { COMPLAINT_MODULE } from '../../../modules/complaint'
import type { ComplaintModuleService } from '../../../modules/complaint/service'
import { signOrderLink } from '../../../orders/order-link'
import { newReceipt } from '../../../scan-reports/receipt'
import { storeComplaintWorkflow } from '../../../workflows/complaint/workflows/store-complaint'

/**
 * `POST /store/complaints`: somebody asks the platform to settle something. The same form again is the same complaint.
 * Answers its number, the last day to answer, and the token that opens its page for 180 days.
 */
export async function POST(req: MedusaRequest<ComplaintBody>, res: MedusaResponse): Promise<void> {
  const { requestKey, about, ...rest } = req.validatedBody
  const complaints: ComplaintModuleService = req.scope.resolve(COMPLAINT_MODULE)
  const now = new Date()
  const known = async () => (await complaints.listComplaints({ request_key: requestKey }, { take: 1 }))[0]
  const answer = ({ id, number, due_on }: { id: string; number: string; due_on: string }) => ({
    id,
    number,
    dueOn: due_on,
    token: signOrderLink(id, environment().ORDER_LINK_SECRET, now),
  })
  neverCache(res)
  const before = await known()
  if (before) {
    res.json(answer(before))
    return
  }
  try {
    const number = newReceipt('KN')
    const dueOn = answerDay(now)
    const { result: id } = await storeComplaintWorkflow(req.scope).run({
      input: { ...rest, requestKey, about: about ?? null, number, dueOn, customerId: null, at: now.toISOString() },
    })
    res.status(201).json(answer({ id, number, due_on: dueOn }))
  } catch (error) {
    // Two copies of one form at once: the one that came second finds the first.
    const first = await known()
    if (!first) throw error
    res.json(answer(first))
  }
}
