import type { decisions } from '#app/i18n/decisions.ts'
import type { Translate } from '#app/i18n/messages.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'

/**
 * The shop's own sentence for what it refused, with the row it is about. Out: the sentence and the status of the page.
 * Throws what is no refusal.
 */
export function refusalSentence(t: Translate<typeof decisions>, error: unknown): { sentence: string; status: number } {
  if (!(error instanceof ShopError)) throw error
  if (error.kind === 'not_found') throw error
  if (error.kind === 'unavailable') return { sentence: t('errorAway'), status: 503 }
  const [, row] = /^rows\.(\d+)/.exec(error.field ?? '') ?? []
  const sentence = row === undefined ? error.message : t('atRow', { no: Number(row) + 1, sentence: error.message })
  return { sentence, status: error.status }
}
