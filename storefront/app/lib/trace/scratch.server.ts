import { z } from 'zod'

const answerSchema = z.object({
  result: z.enum(['confirmed', 'already_confirmed', 'wrong', 'locked']),
  confirmedAt: z.string().nullable(),
  provinceName: z.string().nullable(),
  lockedUntil: z.string().nullable(),
  triesLeft: z.number().nullable(),
})

/** What came of a hidden code; all but `answered` used up no try. */
export type ScratchResult =
  | { kind: 'answered'; answer: z.infer<typeof answerSchema> }
  | { kind: 'malformed' | 'too_many' | 'unavailable' }

export interface ScratchQuestion {
  traceUrl: string
  /** Bearer token of the service; only with it are address, agent and province believed. */
  internalToken: string
  /** Bare code in capitals, see `readTypedCode`. */
  code: string
  /** As typed. */
  scratch: string
  requestId: string
  device: string | null
  clientIp: string | null
  clientAgent: string | null
  clientProvince: string | null
}

const PATIENCE_MS = 6_000

/**
 * Sends a hidden code to the traceability service (`POST /scratch/{code}`, docs/contracts.md). What cannot be one is not
 * sent, so that a slip of the finger costs no try. Never throws.
 */
export async function confirmHiddenCode(question: ScratchQuestion): Promise<ScratchResult> {
  if (!mayBeHiddenCode(question.scratch)) return { kind: 'malformed' }
  const headers = new Headers({
    'content-type': 'application/json',
    authorization: `Bearer ${question.internalToken}`,
    'x-request-id': question.requestId,
  })
  if (question.device) headers.set('x-device', question.device)
  if (question.clientIp) headers.set('x-client-ip', question.clientIp)
  if (question.clientProvince) headers.set('x-client-province', question.clientProvince)
  const agent = question.clientAgent?.replace(/[^\x20-\x7e]/g, '')
  if (agent) headers.set('x-client-agent', agent.slice(0, 400))
  try {
    const response = await fetch(new URL(`/scratch/${encodeURIComponent(question.code)}`, question.traceUrl), {
      method: 'POST',
      headers,
      body: JSON.stringify({ scratch: question.scratch }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (response.status === 429) return { kind: 'too_many' }
    const read = response.ok ? answerSchema.safeParse(await response.json()) : null
    return read?.success ? { kind: 'answered', answer: read.data } : { kind: 'unavailable' }
  } catch {
    return { kind: 'unavailable' }
  }
}

/** Ten characters of the alphabet of hidden codes, in any case and grouping; O, I and L stand for the digits they look like. */
function mayBeHiddenCode(text: string): boolean {
  return /^[0-9A-TV-Z]{10}$/i.test(text.normalize('NFKC').replace(/[\s\-._]/g, ''))
}
