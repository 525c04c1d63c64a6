import { Button } from '#app/components/button.tsx'
import { papers } from '#app/i18n/papers.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { GENDERS } from '#app/lib/papers/person.ts'
import type { MaskedField } from '#app/lib/papers/types.ts'

interface PersonFieldsProps {
  fields: readonly MaskedField[]
  /** The one that was asked to be shown. */
  shown: { field: string; value: string } | null
}

/** What is on record about the representative: masked, each with its way to be shown and erased. */
export function PersonFields({ fields, shown }: PersonFieldsProps) {
  const t = useT(papers)
  return (
    <section className="grid gap-2">
      <h2 className="text-lg">{t('personOnFile')}</h2>
      {fields.length === 0 ? (
        <p className="text-muted">{t('personNone')}</p>
      ) : (
        <ul className="grid gap-3">
          {fields.map(({ field, masked }) => (
            <li key={field} className="card card-body flex flex-wrap items-center justify-between gap-3">
              <p className="grid">
                <span className="text-sm text-muted">{t(`field_${field}`)}</span>
                <span className="tabular" role={shown?.field === field ? 'status' : undefined}>
                  {shown?.field === field ? <ShownValue {...shown} /> : masked}
                </span>
              </p>
              <form method="post" className="flex flex-wrap gap-2">
                {shown?.field === field ? null : (
                  <Button
                    look="quiet"
                    name="viec"
                    value={`hien-${field}`}
                    aria-label={t('showField', { field: t(`field_${field}`) })}
                  >
                    {t('show')}
                  </Button>
                )}
                <Button
                  look="quiet"
                  name="viec"
                  value={`xoa-${field}`}
                  aria-label={t('eraseField', { field: t(`field_${field}`) })}
                >
                  {t('erase')}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function ShownValue({ field, value }: { field: string; value: string }) {
  const t = useT(papers)
  const gender = field === 'gender' ? GENDERS.find((each) => each === value) : undefined
  return <>{gender ? t(`gender_${gender}`) : value}</>
}
