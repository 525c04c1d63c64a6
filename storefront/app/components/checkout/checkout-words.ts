import { checkout } from '#app/i18n/checkout.ts'
import type { Translate } from '#app/i18n/messages.ts'

/** Turns the message keys of a form's schema into sentences; a key that is not ours becomes the general refusal. */
export function errorSentences(t: Translate<typeof checkout>, errors: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([field, key]) => [field, errorSentence(t, key)]))
}

function errorSentence(t: Translate<typeof checkout>, key: string): string {
  return isErrorKey(key) ? t(key) : t('errorRejected')
}

type ErrorKey = Extract<keyof typeof checkout, `error${string}`>

function isErrorKey(key: string): key is ErrorKey {
  return key.startsWith('error') && Object.hasOwn(checkout, key)
}
