import { listingFiles } from '#app/i18n/listing-files.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoney } from '#app/lib/format.ts'
import type { FileDeed } from '#app/lib/seller/listing-files.ts'

/** What a file of listings does, one card a deed, with the rows it comes from. */
export function FileDeeds({ deeds, done }: { deeds: readonly FileDeed[]; done: boolean }) {
  const t = useT(listingFiles)
  return (
    <section className="grid gap-3">
      <h2 className="text-lg">{t(done ? 'doneTitle' : 'deedsTitle')}</h2>
      <ul className="grid gap-3">
        {deeds.map((deed) => (
          <li key={`${deed.kind} ${deed.title} ${deed.rows[0]}`} className="card card-body grid gap-1">
            <h3 className="text-base break-words">
              {deed.kind === 'stock'
                ? t('deed_stock', { title: deed.title, seen: deed.seen, stocked: deed.stocked })
                : t(`deed_${deed.kind}`, { title: deed.title })}
            </h3>
            <p className="text-sm text-muted">{t('at', { row: deed.rows.join(', ') })}</p>
            <DeedDetails deed={deed} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function DeedDetails({ deed }: { deed: FileDeed }) {
  const t = useT(listingFiles)
  const locale = useLocale()
  const shown = (value: string | number | boolean | null) => {
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
    if (typeof value === 'number') return new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en').format(value)
    return value || t('empty')
  }
  if (deed.kind === 'stock') return null
  const lines =
    deed.kind === 'change'
      ? deed.differences.map(({ field, pack, before, after }) => {
          const name = t(`column_${field}`)
          const values = { before: shown(before), after: shown(after) }
          return t('difference', { field: pack === null ? name : `${name} (${pack})`, ...values })
        })
      : deed.draft.packs.map(({ title, price }) =>
          [title, price === null ? null : formatMoney(price, locale)].filter(Boolean).join(' · '),
        )
  return (
    <ul className="grid gap-1">
      {lines.map((line) => (
        <li key={line} className="break-words">
          {line}
        </li>
      ))}
    </ul>
  )
}
