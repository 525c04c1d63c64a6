import { type ErrorCode, isErrorCode, messageFor } from './messages'

/** An answer other than success, in the shape of docs/contracts.md. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: number
  readonly code: ErrorCode
  /** Name of the input at fault. */
  readonly field: string | undefined
  /** What else the answer carries beside `error`, e.g. the review of a cart that changed. */
  readonly extra: Readonly<Record<string, unknown>>

  constructor(
    status: number,
    code: ErrorCode,
    options: { field?: string; extra?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(messageFor(code, 'en'))
    this.status = status
    this.code = code
    this.field = options.field
    this.extra = options.extra ?? {}
  }
}

/** What an ApiError says, also after a workflow has made a plain object of it. */
export type Refusal = Pick<ApiError, 'status' | 'code' | 'field' | 'extra'>

/** True for an ApiError, thrown directly or through a workflow (which copies errors and loses their class). */
export function isApiError(error: unknown): error is Refusal {
  return (
    typeof error === 'object' &&
    error !== null &&
    'name' in error &&
    error.name === 'ApiError' &&
    'status' in error &&
    typeof error.status === 'number' &&
    'code' in error &&
    isErrorCode(error.code)
  )
}
