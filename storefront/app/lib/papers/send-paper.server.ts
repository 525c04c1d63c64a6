import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/messages.ts'
import { papers } from '#app/i18n/papers.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import type { ProducerClient } from '#app/lib/producer/require-producer.server.ts'
import type { Paper } from './types.ts'

/** What a form of a paper shows again after it was refused. */
export interface PaperFailure {
  values: Record<string, string>
  /** Sentence by field; `form` belongs to none. */
  errors: Record<string, string>
  status: number
}

/** Fields of the form, for refusals that name one. */
const FIELDS = ['kind', 'title', 'issuer', 'number', 'issuedOn', 'expiresOn', 'sourceAreaRef', 'productRef', 'file']

/**
 * Hands the posted form on to the backend as it comes from the phone: it is not kept here, however many photos it holds.
 * Out: the new paper, or the form again with the backend's own sentences.
 */
export async function sendPaper(
  producer: ProducerClient,
  request: Request,
  path: `/producer/papers${string}`,
  locale: Locale,
): Promise<{ paper: Paper } | { failure: PaperFailure }> {
  try {
    return await producer.forward<{ paper: Paper }>(path, request, { 'accept-language': locale })
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
    if (error.kind === 'not_found') throw error
    return { failure: failureOf(error, locale) }
  }
}

function failureOf(error: ShopError, locale: Locale): PaperFailure {
  const t = translator(locale, papers)
  if (error.kind === 'unavailable') return { values: {}, errors: { form: t('away') }, status: error.status }
  const body = isRecord(error.body) ? error.body : {}
  const details = isRecord(body.details) ? body.details : {}
  const { file } = details
  const sentence =
    typeof file === 'string' && file !== '' ? t('inFile', { file, message: error.message }) : error.message
  const field = error.field !== null && FIELDS.includes(error.field) ? error.field : 'form'
  return { values: textsIn(body.values), errors: { [field]: sentence }, status: error.status }
}

function textsIn(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(isRecord(value) ? value : {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
