import { data } from '@remix-run/node'
import type { Locale } from '#app/i18n/locale.ts'
import type { RouteArgs } from '#app/lib/actor-client.server.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { type OfficialClient, requireOfficial } from '#app/lib/official/require-official.server.ts'
import { requestContext } from '#app/lib/request-context.server.ts'

/** What a page of the centre shows of something that was refused: the backend's sentence, and what was typed. */
export interface CentreRefusal {
  sentence: string
  values: Record<string, string>
}

/** The guard of the centre's pages, with the language refusals are told in. */
export async function atCentre(args: RouteArgs): Promise<{ official: OfficialClient; locale: Locale }> {
  return { official: await requireOfficial(args), locale: requestContext(args).locale }
}

/** The path of one of the shop's parts below `/official/centre`. */
export function shopPath(shop: string | undefined, rest = ''): `/official/${string}` {
  return `/official/centre/shops/${encodeURIComponent(shop ?? '')}${rest}`
}

/** A write of the backend's. Out: null when it went through, else the refusal with its status. Throws what is no refusal of the input. */
export async function tryWrite(work: Promise<unknown>, values: Record<string, string>) {
  try {
    await work
    return null
  } catch (error) {
    if (!(error instanceof ShopError) || error.kind === 'not_found' || error.status >= 500) throw error
    return data<CentreRefusal>({ sentence: error.message, values }, { status: error.status })
  }
}

/** The texts of a posted form. */
export async function textsOf(request: Request): Promise<Record<string, string>> {
  const form = await request.formData()
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.trim()]] : [])),
  )
}

/** Whole đồng or pieces as people type them (`120.000`); NaN when it is none. */
export function wholeNumber(text: string | undefined): number {
  const bare = (text ?? '').replace(/[.\s,đ]/g, '')
  return /^\d{1,12}$/.test(bare) ? Number(bare) : Number.NaN
}
