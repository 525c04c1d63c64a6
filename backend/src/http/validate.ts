import type { MedusaRequest, MedusaRequestHandler } from '@medusajs/framework/http'
import type { z } from '@medusajs/framework/zod'
import { ApiError } from './api-error'
import type { ErrorCode } from './messages'

const validators = new WeakMap<MedusaRequestHandler, Checked>()

/** What a validator checks, and against what. */
export interface Checked {
  part: 'body' | 'query'
  schema: z.ZodObject
}

/** Error code by field, for the sentence people read; other fields get `invalid_request`. */
export type FieldCodes = Readonly<Record<string, ErrorCode>>

/**
 * Parses the body with a strict schema into `req.validatedBody`. Answers 400 naming the first field at fault; a key that
 * the schema does not know is refused.
 */
export function validateBody(schema: z.ZodObject, codes: FieldCodes = {}): MedusaRequestHandler {
  const strict = schema.strict()
  const handler: MedusaRequestHandler = (req, _res, next) => {
    req.validatedBody = parseOrRefuse(strict, req.body ?? {}, codes)
    next()
  }
  validators.set(handler, { part: 'body', schema: strict })
  return handler
}

/** Parses the query string with a strict schema into `req.validatedQuery`; answers 400 as `validateBody` does. */
export function validateQuery(schema: z.ZodObject, codes: FieldCodes = {}): MedusaRequestHandler {
  const strict = schema.strict()
  const handler: MedusaRequestHandler = (req: MedusaRequest, _res, next) => {
    req.validatedQuery = parseOrRefuse(strict, req.query, codes) as Record<string, unknown>
    next()
  }
  validators.set(handler, { part: 'query', schema: strict })
  return handler
}

/** Parses what came in a form as `validateBody` parses a JSON body. Throws ApiError 400. */
export function parseFields<Schema extends z.ZodObject>(
  schema: Schema,
  given: unknown,
  codes: FieldCodes = {},
): z.infer<Schema> {
  return parseOrRefuse(schema.strict(), given, codes) as z.infer<Schema>
}

/** What a handler made by this file checks, else undefined; the walks over all routes ask. */
export function checkedBy(handler: unknown): Checked | undefined {
  return typeof handler === 'function' ? validators.get(handler as MedusaRequestHandler) : undefined
}

function parseOrRefuse(schema: z.ZodObject, given: unknown, codes: FieldCodes): unknown {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  if (issue?.code === 'unrecognized_keys') throw new ApiError(400, 'unknown_field', { field: issue.keys[0] })
  const field = issue?.path.length ? String(issue.path[0]) : undefined
  throw new ApiError(400, (field && codes[field]) || 'invalid_request', field === undefined ? {} : { field })
}
