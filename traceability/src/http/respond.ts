import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline, Readable } from 'node:stream'
import { StepRefusal } from '../events/step-refusal.ts'
import { LabelRefusal } from '../labels/label-refusal.ts'
import { ConflictError, InputError } from '../storage/input-error.ts'
import { isDatabaseUnavailable } from '../storage/unavailable.ts'
import type { Answer } from './router.ts'

/** On every answer, errors too: nothing here is a page, may be framed, guessed at or read by another origin's script. */
const SECURITY_HEADERS = Object.entries({
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-site',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
})

/** An error the caller is told about as it is. */
export class HttpError extends Error {
  readonly status: number
  readonly code: string
  readonly field: string | null
  /** What a sentence in another language needs. */
  readonly details: Readonly<Record<string, string | number>> | null
  readonly headers: Record<string, string>

  constructor(
    status: number,
    code: string,
    message: string,
    more: {
      field?: string
      details?: Readonly<Record<string, string | number>>
      headers?: Record<string, string>
    } = {},
  ) {
    super(message)
    this.status = status
    this.code = code
    this.field = more.field ?? null
    this.details = more.details ?? null
    this.headers = more.headers ?? {}
  }
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return jsonBytes(status, JSON.stringify(body), headers)
}

/** Like `json`, for a body that is JSON already. */
export function jsonBytes(status: number, body: string | Buffer, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'private, no-store', ...headers },
    body,
  }
}

/** The error answer of docs/contracts.md. An error that is not the caller's shows a general sentence and no detail. */
export function errorAnswer(error: unknown, requestId: string): Answer {
  const known = asHttpError(error)
  return json(
    known.status,
    {
      error: {
        code: known.code,
        message: known.message,
        ...(known.field === null ? {} : { field: known.field }),
        ...(known.details === null ? {} : { details: known.details }),
        requestId,
      },
    },
    known.headers,
  )
}

/** Whether the error is worth a line in the log, because neither the caller nor the weather made it. */
export function isDefect(error: unknown): boolean {
  return asHttpError(error).status === 500
}

export function send(incoming: IncomingMessage, response: ServerResponse, answer: Answer, closing: boolean): void {
  const { body } = answer
  const headers = body instanceof Readable ? [] : ['content-length', String(Buffer.byteLength(body))]
  for (const [name, value] of SECURITY_HEADERS) if (!(name in answer.headers)) headers.push(name, value)
  for (const name in answer.headers) headers.push(name, answer.headers[name] ?? '')
  if (closing && !('connection' in answer.headers)) headers.push('connection', 'close')
  response.writeHead(answer.status, headers)
  if (body instanceof Readable) {
    if (incoming.method === 'HEAD') {
      body.destroy()
      response.end()
      return
    }
    // A stream that breaks cuts the connection: a file that looks whole and is not would be worse.
    pipeline(body, response, () => undefined)
    return
  }
  // A string leaves in one write together with the headers; a buffer would take two.
  response.end(incoming.method === 'HEAD' ? undefined : body)
}

function asHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error
  if (error instanceof StepRefusal) {
    const { code, message, field, details } = error
    return new HttpError(422, code, message, { ...(field === null ? {} : { field }), details })
  }
  if (error instanceof LabelRefusal) {
    const { code, message, field, details } = error
    return new HttpError(409, code, message, { field, details })
  }
  if (error instanceof InputError) {
    return new HttpError(400, 'invalid_input', error.message, error.field === null ? {} : { field: error.field })
  }
  if (error instanceof ConflictError) return new HttpError(409, 'conflict', error.message)
  if (isDatabaseUnavailable(error)) {
    return new HttpError(
      503,
      'database_unavailable',
      'Traceability data cannot be read at the moment. Nothing is said about the code; please try again shortly.',
      { headers: { 'retry-after': '5' } },
    )
  }
  return new HttpError(
    500,
    'internal_error',
    'Something went wrong on our side. Please try again; the request id helps us find it.',
  )
}
