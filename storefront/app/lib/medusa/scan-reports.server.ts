import { env } from '#app/lib/env.server.ts'
import { log } from '#app/lib/log.server.ts'
import type { RequestContext } from '#app/lib/request-context.server.ts'

export type ReportOutcome =
  | { kind: 'taken'; receipt: string }
  | { kind: 'refused'; field: string | null; code: string }
  | { kind: 'too_many' | 'away' }

export interface OutgoingReport {
  /** Key of the form: the same one twice is one report. */
  requestKey: string
  kind: string
  message: string
  contact: string
  code: string | null
  photo: File | null
}

/** A photo of ten megabytes is decoded there before the answer. */
const PATIENCE_MS = 20_000

/** Hands a report to the shop (`POST /store/scan-reports`, docs/contracts.md). Never throws. */
export async function sendScanReport(context: RequestContext, report: OutgoingReport): Promise<ReportOutcome> {
  const form = new FormData()
  const { requestKey, kind, message, contact, code, photo } = report
  for (const [name, value] of Object.entries({ requestKey, kind, message, contact, code: code ?? '' })) {
    form.set(name, value)
  }
  if (photo) form.set('photo', photo, 'photo')
  try {
    const answer = await fetch(`${env().BACKEND_URL}/store/scan-reports`, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'x-publishable-api-key': env().PUBLISHABLE_KEY,
        'x-request-id': context.requestId,
        ...(context.clientIp === null ? {} : { 'x-forwarded-for': context.clientIp }),
      },
      body: form,
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const body: unknown = await answer.json().catch(() => null)
    if (answer.ok) return receiptIn(body)
    if (answer.status === 429) return { kind: 'too_many' }
    if (answer.status >= 500) return { kind: 'away' }
    const error = member(body, 'error')
    const [field, refusal] = [member(error, 'field'), member(error, 'code')]
    return {
      kind: 'refused',
      field: typeof field === 'string' ? field : null,
      code: typeof refusal === 'string' ? refusal : '',
    }
  } catch (cause) {
    log('error', 'report_not_taken', { requestId: context.requestId, cause: String(cause) })
    return { kind: 'away' }
  }
}

function receiptIn(body: unknown): ReportOutcome {
  const receipt = member(body, 'receipt')
  return typeof receipt === 'string' ? { kind: 'taken', receipt } : { kind: 'away' }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : null
}
