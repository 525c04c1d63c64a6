import { askTrace, jsonOf } from '../journal/ask-trace'
import { traceService } from '../journal/pass-on'
import { partyRefOf } from '../passports/party-ref'

/** Label batches of a product; `more` when there are older ones than these. */
export interface IssuedLabels {
  batches: number
  labels: number
  more: boolean
}

/** How many labels were issued for a product, as the traceability service has it; null while it does not answer. */
export async function issuedLabels(producerId: string, productId: string): Promise<IssuedLabels | null> {
  const partyRef = partyRefOf(producerId)
  const answer = await askTrace(traceService(), partyRef, {
    method: 'GET',
    path: ['parties', partyRef, 'label-batches'],
    query: { productRef: productId },
  }).catch(() => null)
  if (answer?.status !== 200) return null
  const { batches, next } = jsonOf(answer) as { batches: { size: number }[]; next: number | null }
  return { batches: batches.length, labels: batches.reduce((sum, { size }) => sum + size, 0), more: next !== null }
}
