import { dossier as words } from '#app/i18n/dossier.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { returnItemName, returnItemPath } from '#app/lib/dossier/return-items.ts'
import type { Dossier } from '#app/lib/dossier/types.ts'
import { formatDay, formatMoment } from '#app/lib/format.ts'

/** What the commune asked to correct, newest first; `linked` leads its producer to each thing. */
export function ReturnNotes({ dossier, linked }: { dossier: Dossier; linked: boolean }) {
  const t = useT(words)
  const locale = useLocale()
  return dossier.returns.map(({ by, at, deadline, items, answeredAt }) => (
    <section key={at} className={`notice ${answeredAt === null ? 'notice-warning' : 'notice-info'} grid gap-2`}>
      <h2 className="text-lg">{t('returnTitle')}</h2>
      <p>{t('returnBy', { by, at: formatMoment(at, locale), day: formatDay(deadline, locale) })}</p>
      <ul className="grid list-disc gap-2 ps-5">
        {items.map((item) => {
          const name = returnItemName(item, dossier, locale)
          return (
            <li key={`${item.what}:${item.ref}`}>
              {linked && answeredAt === null ? (
                <a className="font-semibold underline underline-offset-4" href={returnItemPath(item, dossier)}>
                  {name}
                </a>
              ) : (
                <span className="font-semibold">{name}</span>
              )}
              : <span className="whitespace-pre-line">{item.reason}</span>
            </li>
          )
        })}
      </ul>
      {answeredAt === null ? null : <p>{t('returnAnswered', { at: formatMoment(answeredAt, locale) })}</p>}
    </section>
  ))
}
