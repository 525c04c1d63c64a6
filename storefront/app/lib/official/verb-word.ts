import type { Translate } from '#app/i18n/messages.ts'
import { officialVerbs } from '#app/i18n/official-verbs.ts'

/** What a verb is called, e.g. `dossier:return`; one this page does not know keeps its code. */
export function verbWord(verb: string, t: Translate<typeof officialVerbs>): string {
  const key = verb.replace(':', '_')
  return Object.hasOwn(officialVerbs, key) ? t(key as keyof typeof officialVerbs) : verb
}
