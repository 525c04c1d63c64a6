import { VERDICTS, type VerdictResponse } from '@sao-lang/traceability/verify'

/** What the page may say: an answer of the service, or that it could not be asked (never to be read as genuine). */
export type ScanAnswer = { kind: 'answered'; verdict: VerdictResponse } | { kind: 'unavailable' }

export interface ScanQuestion {
  traceUrl: string
  /** Bearer token of the service; only with it are address, agent and "do not log" believed. */
  internalToken: string
  /** Bare code in capitals, see `readTypedCode`. */
  code: string
  /** GTIN that stands beside the code in a Digital Link, else null; the two must name one product. */
  gtin: string | null
  requestId: string
  /** Opaque value of the first-party device cookie; null on a first visit without one. */
  device: string | null
  clientIp: string | null
  clientAgent: string | null
  /** Two digits, when a proxy stated it. */
  clientProvince: string | null
  /** False when nobody who bought the package asks: prefetches, link previews, the programme's own people at work. */
  logScan: boolean
}

/** Longest time a reader waits for the service before the page says it does not know, in milliseconds. */
const PATIENCE_MS = 4_000

/**
 * Asks the traceability service about one code (`GET /verify/{code}`, docs/contracts.md).
 * 200 and 404 are answers; anything else, a timeout or an unreadable body is "unavailable". Never throws.
 */
export async function verifyCode(question: ScanQuestion): Promise<ScanAnswer> {
  const headers = new Headers({ accept: 'application/json', 'x-request-id': question.requestId })
  headers.set('authorization', `Bearer ${question.internalToken}`)
  if (question.device) headers.set('x-device', question.device)
  if (question.clientIp) headers.set('x-client-ip', question.clientIp)
  if (question.clientAgent) headers.set('x-client-agent', headerText(question.clientAgent))
  if (question.clientProvince) headers.set('x-client-province', question.clientProvince)
  if (!question.logScan) headers.set('x-scan-log', 'off')
  try {
    const address = new URL(`/verify/${encodeURIComponent(question.code)}`, question.traceUrl)
    if (question.gtin !== null) address.searchParams.set('gtin', question.gtin)
    const response = await fetch(address, {
      headers,
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (response.status !== 200 && response.status !== 404) {
      await response.body?.cancel()
      return { kind: 'unavailable' }
    }
    const body: unknown = await response.json()
    return isVerdict(body) ? { kind: 'answered', verdict: body } : { kind: 'unavailable' }
  } catch {
    return { kind: 'unavailable' }
  }
}

/** Without these it is no answer: a proxy's own 404 page must not read as "not issued here", nor an unknown word as good. */
function isVerdict(body: unknown): body is VerdictResponse {
  return (
    typeof body === 'object' &&
    body !== null &&
    'verdict' in body &&
    VERDICTS.some((name) => name === body.verdict) &&
    'checkedAt' in body &&
    typeof body.checkedAt === 'string' &&
    'code' in body &&
    typeof body.code === 'string'
  )
}

/** Header values are latin-1 by rule; agents with other characters lose those, never the whole request. */
function headerText(value: string): string {
  return value.replace(/[^\x20-\x7e]/g, '').slice(0, 400)
}
