import { CaptureRefusal } from '../events/capture.ts'
import type { Fault } from '../events/epcis/fault.ts'
import { QueryError } from '../events/query/query-error.ts'
import { SubscriptionError } from '../events/subscriptions/subscription-error.ts'
import { isDatabaseUnavailable } from '../storage/unavailable.ts'
import { DestinationError } from './outbound.ts'
import { HttpError } from './respond.ts'
import type { Answer } from './router.ts'

/** Exceptions of the EPCIS 2.0 REST binding with their statuses (EPCIS 2.0, 12.8). */
const STATUS = {
  ValidationException: 400,
  QueryParameterException: 400,
  QueryValidationException: 400,
  SubscriptionControlsException: 400,
  SecurityException: 401,
  NoSuchNameException: 404,
  NoSuchResourceException: 404,
  NotAcceptableException: 406,
  ResourceAlreadyExistsException: 409,
  QueryTooLargeException: 413,
  QueryTooComplexException: 413,
  CaptureLimitExceededException: 413,
  URITooLongException: 414,
  UnsupportedMediaTypeException: 415,
  ImplementationException: 500,
} as const
export type EpcisExceptionName = keyof typeof STATUS

/** An answer of the EPCIS interface that is no success. */
export class EpcisProblem extends Error {
  readonly kind: EpcisExceptionName
  readonly status: number
  readonly headers: Record<string, string>

  constructor(
    kind: EpcisExceptionName,
    message: string,
    more: { status?: number; headers?: Record<string, string> } = {},
  ) {
    super(message)
    this.kind = kind
    this.status = more.status ?? STATUS[kind]
    this.headers = more.headers ?? {}
  }
}

/** Faults told at most; a document of a thousand wrong events is told about in a readable answer. */
const MOST_FAULTS = 100

/**
 * Any error as a problem document (RFC 7807) of the EPCIS interface. Null for a defect of ours, which the caller of this logs
 * and answers in general words.
 */
export function problemOf(error: unknown): Answer | null {
  if (error instanceof EpcisProblem) return problem(error.kind, error.status, error.message, [], error.headers)
  if (error instanceof CaptureRefusal) return problem(error.kind, STATUS[error.kind], error.message, error.faults)
  if (error instanceof QueryError) return problem(error.kind, STATUS[error.kind], error.message, [])
  if (error instanceof SubscriptionError || error instanceof DestinationError) {
    return problem('SubscriptionControlsException', STATUS.SubscriptionControlsException, error.message, [])
  }
  if (isDatabaseUnavailable(error)) {
    return problem(
      'ImplementationException',
      503,
      'Events cannot be read or stored at the moment. Try again shortly.',
      [],
      {
        'retry-after': '5',
      },
    )
  }
  // Rate limits, refused bodies and their kin keep their own status.
  if (error instanceof HttpError)
    return problem('ImplementationException', error.status, error.message, [], error.headers)
  return null
}

/** The problem document of a defect. */
export function defectProblem(): Answer {
  return problem(
    'ImplementationException',
    500,
    'Something went wrong on our side. Nothing of the request was stored.',
    [],
  )
}

function problem(
  kind: EpcisExceptionName,
  status: number,
  detail: string,
  faults: readonly Fault[],
  headers: Record<string, string> = {},
): Answer {
  const told = faults.slice(0, MOST_FAULTS)
  return {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify({
      type: `epcisException:${kind}`,
      title: TITLES[kind],
      status,
      detail,
      ...(told.length > 0 ? { errors: told.map(({ pointer, message }) => ({ pointer, detail: message })) } : {}),
      ...(faults.length > told.length ? { moreErrors: faults.length - told.length } : {}),
    }),
  }
}

const TITLES: Record<EpcisExceptionName, string> = {
  ValidationException: 'The events are not valid',
  QueryParameterException: 'A query parameter cannot be used',
  QueryValidationException: 'The query is not valid',
  SubscriptionControlsException: 'The subscription cannot be made as asked',
  SecurityException: 'Access is not allowed',
  NoSuchNameException: 'There is no query of that name',
  NoSuchResourceException: 'There is nothing at this address',
  NotAcceptableException: 'The answer cannot be given in that form',
  ResourceAlreadyExistsException: 'The name is taken',
  QueryTooLargeException: 'The query has too many results',
  QueryTooComplexException: 'The query is too complex',
  CaptureLimitExceededException: 'The document is too large',
  URITooLongException: 'The address is too long',
  UnsupportedMediaTypeException: 'The body is not of a type that is taken',
  ImplementationException: 'The request could not be carried out',
}
