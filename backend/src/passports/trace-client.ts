import type { BuiltPassport } from './build-passports'

/** The traceability service did not take a passport. */
export class TraceRefusal extends Error {
  override name = 'TraceRefusal'
  /** True when sending the same again cannot help: the service finds the passport itself wrong. */
  readonly final: boolean

  constructor(message: string, final: boolean) {
    super(message)
    this.final = final
  }
}

export interface TraceService {
  url: string
  token: string
}

const TIMEOUT_MS = 5_000
const WRONG_CONTENT = new Set([400, 413, 422])

/**
 * Sends one passport (docs/contracts.md, `PUT /internal/passports/{productRef}`); idempotent by message id.
 * Throws TraceRefusal when the service is away, refuses, or answers late.
 */
export async function sendPassport(
  service: TraceService,
  built: BuiltPassport,
  message: { id: string; requestId: string },
): Promise<void> {
  const path = `/internal/passports/${encodeURIComponent(built.passport.productRef)}`
  const response = await fetch(new URL(path, service.url), {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${service.token}`,
      'content-type': 'application/json',
      'x-request-id': message.requestId,
    },
    body: JSON.stringify({ messageId: message.id, partyRef: built.partyRef, passport: built.passport }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((error: unknown) => {
    throw new TraceRefusal(`The traceability service is out of reach: ${reason(error)}`, false)
  })
  const body = await response.text()
  if (!response.ok) {
    throw new TraceRefusal(
      `The traceability service answered ${response.status}: ${body.slice(0, 300)}`,
      WRONG_CONTENT.has(response.status),
    )
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}
