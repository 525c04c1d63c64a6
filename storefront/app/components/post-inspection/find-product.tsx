import { Button } from '#app/components/button.tsx'
import { TextField } from '#app/components/field.tsx'
import { postInspection } from '#app/i18n/post-inspection.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { MarkUse } from '#app/lib/post-inspection/types.ts'
import { RightLine } from './right-line.tsx'

interface FindProductProps {
  /** The page that the search stays on. */
  action: string
  q: string
  /** Null before anything was looked for. */
  found: readonly MarkUse[] | null
  /** Where choosing a recognition leads. */
  linkTo: (recognitionId: string) => string
}

/** Finds a recognised product of one's place and offers to choose it; plain links, so that it works without scripts. */
export function FindProduct({ action, q, found, linkTo }: FindProductProps) {
  const t = useT(postInspection)
  return (
    <div className="grid gap-4">
      <form method="get" action={action} className="grid gap-3 sm:grid-cols-[1fr_auto] sm:items-end">
        <TextField
          name="q"
          type="search"
          label={t('findProduct')}
          hint={t('findHint')}
          defaultValue={q}
          maxLength={200}
        />
        <Button look="quiet">{t('find')}</Button>
      </form>
      {found !== null && found.length === 0 ? <p role="status">{t('nothingFound')}</p> : null}
      {found !== null && found.length > 0 ? (
        <ul className="work-list">
          {found.map((use) => (
            <li key={use.recognitionId} className="work-line">
              <p>
                <a className="link font-semibold" href={linkTo(use.recognitionId)}>
                  {t('choose')}: {use.productName}
                </a>
              </p>
              <p className="text-sm text-muted">
                {[use.producerName, t('stars', { stars: use.stars }), use.decision.number].join(' · ')}
              </p>
              <RightLine use={use} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
