import type { MedusaResponse } from '@medusajs/framework/http'
import { environment } from '../env'
import { neverCache } from '../http/cache-headers'
import type { TraceService } from '../passports/trace-client'
import type { TraceAnswer } from './ask-trace'

/** Where this process finds the traceability service. */
export function traceService(): TraceService {
  const { TRACE_URL, TRACE_INTERNAL_TOKEN } = environment()
  return { url: TRACE_URL, token: TRACE_INTERNAL_TOKEN }
}

/** Answers with what the traceability service said, refusals with their code and details included. */
export function passOn(res: MedusaResponse, answer: TraceAnswer): void {
  neverCache(res)
  res.status(answer.status).setHeader('content-type', answer.type)
  res.send(answer.bytes)
}
