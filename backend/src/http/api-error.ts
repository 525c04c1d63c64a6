import { type ErrorCode, messageFor } from './messages'

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
