import { dossier as words } from '#app/i18n/dossier.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { missingPath, missingText } from '#app/lib/dossier/missing-text.ts'
import type { Dossier } from '#app/lib/dossier/types.ts'
import { Notice } from '../notice.tsx'

/** Everything a dossier still needs, each with a link to where it is mended; officials get the sentences alone. */
export function MissingList({
  dossier,
  linked = true,
}: {
  dossier: Pick<Dossier, 'id' | 'sections' | 'missing'>
  linked?: boolean
}) {
  const t = useT(words)
  const locale = useLocale()
  const { missing } = dossier
  if (missing.length === 0) return <Notice kind="success">{t('complete')}</Notice>
  return (
    <section className="notice notice-warning grid gap-2" aria-labelledby="con-thieu">
      <h2 id="con-thieu" className="text-lg">
        {t('missingTitle', { count: missing.length })}
      </h2>
      <ul className="grid gap-1">
        {missing.map((each) => {
          const sentence = missingText(each, locale)
          const path = linked ? missingPath(each, dossier) : null
          return (
            <li key={sentence}>
              {path === null ? (
                sentence
              ) : (
                <a className="inline-flex min-h-11 items-center underline underline-offset-4" href={path}>
                  {sentence}
                </a>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
