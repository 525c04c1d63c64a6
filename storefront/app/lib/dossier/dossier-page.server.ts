import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { dossier as words } from '#app/i18n/dossier.ts'
import { dossierDesk } from '#app/i18n/dossier-desk.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/messages.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import type { PageHead } from '#app/lib/page-meta.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import type { ProducerClient } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { DossierAnswer, Missing, PaperKindWords, StorePaper } from './types.ts'

type DeskWords = ReturnType<typeof serverT<typeof dossierDesk>>

/** The head of a producers' dossier page. In: what says its title. */
export function dossierHead(args: LoaderFunctionArgs, title: (t: DeskWords) => string): PageHead {
  const context = requestContext(args)
  const t = serverT(context, dossierDesk)
  return deskHead(context, new URL(args.request.url).pathname, title(t), t('lead'))
}

/** The path of a dossier at the backend. */
export function dossierApi(id: string | undefined, what = ''): `/producer/${string}` {
  return `/producer/dossiers/${encodeURIComponent(id ?? '')}${what === '' ? '' : `/${what}`}`
}

/** A dossier of the producer's, for a page. Throws the page's 404 or 503. */
export function readDossier(producer: ProducerClient, id: string | undefined): Promise<DossierAnswer> {
  return pageData(producer.ask<DossierAnswer>(dossierApi(id)))
}

export interface PaperStore {
  papers: StorePaper[]
  kinds: PaperKindWords[]
}

/** The producer's papers that can go into a dossier; null while the store is away: scores can be saved all the same. */
export async function readStore(producer: ProducerClient): Promise<PaperStore | null> {
  try {
    return await producer.ask<PaperStore>('/producer/papers', { search: { take: 200 } })
  } catch (error) {
    if (error instanceof ShopError && error.kind === 'unavailable') return null
    throw error
  }
}

/** Why something was not done, in a sentence for people, with what is missing where that is the reason. */
export interface DossierRefusal {
  code: string
  sentence: string
  missing: Missing[]
  status: number
}

/**
 * The refusal in what an act threw. The sentence is the shop's own: ask it in the reader's language (`inLanguage`).
 * Throws a 404 response for a thing that is not there, and everything again that is no refusal of the shop.
 */
export function dossierRefusal(error: unknown, locale: Locale): DossierRefusal {
  if (!(error instanceof ShopError)) throw error
  if (error.kind === 'not_found') throw data(null, { status: 404 })
  const away = error.kind === 'unavailable'
  const body = error.body as { missing?: unknown } | null
  return {
    code: error.code,
    sentence: away ? translator(locale, words)('away') : error.message,
    missing: Array.isArray(body?.missing) ? (body.missing as Missing[]) : [],
    status: away ? 503 : error.status,
  }
}

/** Asks the shop for its sentences in the reader's language. */
export function inLanguage(locale: Locale): Record<string, string> {
  return { 'accept-language': locale }
}
