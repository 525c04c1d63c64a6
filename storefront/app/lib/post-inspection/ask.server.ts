import type { Locale } from '#app/i18n/locale.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'

/** What a form page shows of a submission that was refused. */
export interface Refusal {
  /** Which form of the page. */
  form: string
  values: Record<string, string>
  /** Message key by field, from the form's own schema. */
  errors: Record<string, string>
  /** The backend's sentence, in the reader's language; null when the form itself was at fault. */
  sentence: string | null
  status: number
}

/** Headers for a call whose refusal is shown as the backend words it. */
export function inLanguage(locale: Locale): Record<string, string> {
  return { 'accept-language': locale }
}

/**
 * Runs a call of the backend. Out: null when it went through, else what to show. Throws what is no refusal of the input: the page's
 * boundary knows what to say of it.
 */
export async function refusalOf(
  work: Promise<unknown>,
  form: string,
  values: Record<string, string>,
): Promise<Refusal | null> {
  try {
    await work
    return null
  } catch (error) {
    if (!(error instanceof ShopError) || error.kind === 'not_found') throw error
    return { form, values, errors: {}, sentence: error.message, status: error.status }
  }
}
