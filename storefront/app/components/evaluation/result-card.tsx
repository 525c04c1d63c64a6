import { useLocale } from '#app/i18n/use-locale.ts'
import type { Words } from '#app/lib/evaluation/types.ts'

/** Why a result is what it is, sentence by sentence. */
export function ResultSentences({ sentences }: { sentences: Words }) {
  const locale = useLocale()
  return (
    <ul className="grid list-disc gap-1 ps-5">
      {sentences[locale].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
