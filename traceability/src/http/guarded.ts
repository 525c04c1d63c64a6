import { InputError } from '../storage/input-error.ts'
import { jsonBody } from './json-body.ts'
import { HttpError } from './respond.ts'
import type { Answer, Request, Route } from './router.ts'

/** A route for our own services alone: answers 401 without the internal bearer token. */
export function guarded(handle: (request: Request) => Promise<Answer>): Route['handle'] {
  return (request) => {
    if (!request.trusted) {
      throw new HttpError(401, 'unauthorized', 'This route needs the internal bearer token', {
        headers: { 'www-authenticate': 'Bearer' },
      })
    }
    return handle(request)
  }
}

/**
 * The JSON body with a member that stands in the path, under `param` there. Throws InputError when it is in both, and what
 * `jsonBody` throws.
 */
export async function bodyWith(
  { incoming, params }: Request,
  member: string,
  param: string,
): Promise<Record<string, unknown>> {
  const body = await jsonBody(incoming)
  if (member in body) throw new InputError(member, `${member}: stands in the path and must not be in the body`)
  return { ...body, [member]: params[param] }
}
