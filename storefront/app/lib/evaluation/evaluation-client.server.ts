import { data } from '@remix-run/node'
import type { RouteArgs } from '#app/lib/actor-client.server.ts'
import { ShopError, type ShopRequest } from '#app/lib/medusa/client.server.ts'
import { type OfficialClient, requireOfficial } from '#app/lib/official/require-official.server.ts'
import { requestContext } from '#app/lib/request-context.server.ts'

/** The officials' client, whose refusals come in the language of the page. */
export async function evaluationClient(args: RouteArgs): Promise<OfficialClient> {
  const official = await requireOfficial(args)
  const language = { 'accept-language': requestContext(args).locale }
  return {
    ...official,
    ask: (path, options: ShopRequest = {}) =>
      official.ask(path, { ...options, headers: { ...options.headers, ...language } }),
  }
}

/** What a page shows when the backend refused an act. */
export interface Refusal {
  error: string
  field: string | null
  /** What was sent, to be shown again. */
  values: Record<string, string>
}

/**
 * Waits for an act. Out: null when it was done, else the answer of the action: the refusal as a sentence, with what was typed. Throws what
 * is no refusal (`pageData` and the boundary of `/can-bo` know it).
 */
export async function refusalOf(act: Promise<unknown>, form: FormData) {
  try {
    await act
    return null
  } catch (error) {
    if (!(error instanceof ShopError) || error.kind === 'unavailable') throw error
    const values: Record<string, string> = {}
    for (const [name, value] of form) if (typeof value === 'string') values[name] = value
    return data<Refusal>({ error: error.message, field: error.field, values }, { status: error.status })
  }
}

/** A field of a form as text, trimmed. */
export function field(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
