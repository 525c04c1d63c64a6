import type { SourceAreaView } from '@sao-lang/traceability/verify'
import { ApiError } from '../http/api-error'
import type { Tenant } from '../http/tenant'
import { askTrace, jsonOf } from './ask-trace'
import { traceService } from './pass-on'

/** A source area with the products that draw on it and the recall of it that is in force. */
export interface OwnSourceArea extends SourceAreaView {
  productRefs: string[]
  recall: { recallNo: string; at: string; reason: string; advice: string } | null
}

/** The source areas of the tenant, by name. Throws ApiError 503 when the traceability service is away. */
export async function readSourceAreas(tenant: Tenant): Promise<OwnSourceArea[]> {
  const answer = await askTrace(traceService(), tenant.partyRef, {
    method: 'GET',
    path: ['parties', tenant.partyRef, 'source-areas'],
  })
  if (answer.status !== 200) throw new ApiError(503, 'journal_away')
  return (jsonOf(answer) as { sourceAreas: OwnSourceArea[] }).sourceAreas
}
