import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { errorHandler as medusaErrorHandler } from '@medusajs/framework/http'
import { MedusaError } from '@medusajs/framework/utils'
import { messageOf } from '../logging/message-of'
import { shopLogger } from '../logging/shop-logger'
import { isApiError } from './api-error'
import { type ErrorCode, languageOf, messageFor } from './messages'
import { currentRequestId } from './request-context'

const forAdmin = medusaErrorHandler()

/**
 * Answers every error. Below `/admin` and `/auth` Medusa's own shape stays, because its dashboard reads it; all else gets
 * the shape of docs/contracts.md. No stack trace and no text of a database leaves the process.
 */
export function errorAnswer(error: unknown, req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  if (res.headersSent) {
    next(error)
    return
  }
  const medusaCaller = /^\/(admin|auth)(\/|$)/.test(req.path)
  if (medusaCaller && !isApiError(error)) {
    forAdmin(error, req, res, next)
    return
  }
  const answer = toAnswer(error, req)
  if (answer.status >= 500) {
    shopLogger.event('error', 'Request failed', { error: messageOf(error), stack: stackOf(error) })
  } else {
    shopLogger.event('info', 'Request refused', { status: answer.status, code: answer.code, reason: messageOf(error) })
  }
  if (answer.status === 429 || answer.status === 503) res.setHeader('retry-after', '2')
  res.setHeader('cache-control', 'no-store')
  const message = messageFor(answer.code, languageOf(req.headers['accept-language']))
  res.status(answer.status).json({
    ...(medusaCaller ? { type: answer.code, message } : {}),
    error: {
      code: answer.code,
      message,
      ...(answer.field === undefined ? {} : { field: answer.field }),
      requestId: currentRequestId() ?? '',
    },
    ...answer.extra,
  })
}

interface Answer {
  status: number
  code: ErrorCode
  field?: string | undefined
  extra?: Readonly<Record<string, unknown>>
}

function toAnswer(error: unknown, req: MedusaRequest): Answer {
  if (isApiError(error)) {
    return { status: error.status, code: error.code, field: error.field, extra: error.extra }
  }
  if (MedusaError.isMedusaError(error)) return fromMedusa(error as MedusaError, req)
  if (isHttpError(error)) {
    if (error.status === 413) return { status: 413, code: 'too_large' }
    return { status: error.status, code: error.type === 'entity.parse.failed' ? 'invalid_json' : 'invalid_request' }
  }
  return { status: 500, code: 'unexpected' }
}

function fromMedusa(error: MedusaError, req: MedusaRequest): Answer {
  switch (error.type) {
    case MedusaError.Types.NOT_FOUND:
      return { status: 404, code: 'not_found' }
    case MedusaError.Types.UNAUTHORIZED:
      return { status: 401, code: 'sign_in_required' }
    case MedusaError.Types.FORBIDDEN:
      return { status: 403, code: 'not_allowed' }
    case MedusaError.Types.CONFLICT:
      return { status: 409, code: 'conflict' }
    case MedusaError.Types.NOT_ALLOWED:
    case MedusaError.Types.INVALID_DATA:
    case MedusaError.Types.DUPLICATE_ERROR:
      if (error.code === MedusaError.Codes.INSUFFICIENT_INVENTORY) {
        return { status: 400, code: 'insufficient_inventory', field: 'quantity' }
      }
      if (!isStoreCaller(req)) return { status: 400, code: 'publishable_key_required' }
      return { status: 400, code: error.type === MedusaError.Types.NOT_ALLOWED ? 'not_allowed' : 'invalid_request' }
    default:
      return { status: 500, code: 'unexpected' }
  }
}

/** False below `/store` until the publishable key has been accepted. */
function isStoreCaller(req: MedusaRequest): boolean {
  return !req.path.startsWith('/store') || 'publishable_key_context' in req
}

function isHttpError(error: unknown): error is { status: number; type?: string } {
  return (
    typeof error === 'object' &&
    error !== null &&
    'status' in error &&
    typeof error.status === 'number' &&
    error.status >= 400 &&
    error.status < 500
  )
}

function stackOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'stack' in error ? error.stack : undefined
}
