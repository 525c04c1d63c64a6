import { labels } from '#app/i18n/labels.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/messages.ts'
import { useLocale } from '#app/i18n/use-locale.ts'

/** Says a word of the labels catalogue by a key that is made at run time; a key without a word is said as it is. */
export type Say = (key: string, params?: Record<string, string | number>) => string

export function labelWords(locale: Locale): Say {
  const translate = translator(locale, labels) as Say
  return (key, params = {}) => (key in labels ? translate(key, params) : key)
}

export function useSay(): Say {
  return labelWords(useLocale())
}

/** Message keys by field as sentences. */
export function sentencesOf(say: Say, errors: Record<string, string>, params: Record<string, string | number> = {}) {
  return Object.fromEntries(Object.entries(errors).map(([field, key]) => [field, say(key, params)]))
}

/** Stretches of labels for people: `1–40, 61–100`. In: from (included) to (excluded), counted from 0. */
export function stretchesText(say: Say, stretches: readonly { from: number; to: number }[]): string {
  return stretches.map(({ from, to }) => say('stretch', { from: from + 1, to })).join(', ')
}
