import { RightLine } from '#app/components/post-inspection/right-line.tsx'
import { postInspection } from '#app/i18n/post-inspection.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { MarkUse } from '#app/lib/post-inspection/types.ts'

/** The recognition a form is about, with a way to choose another. In: the page that chooses. */
export function ChosenProduct({ chosen, path }: { chosen: MarkUse; path: string }) {
  const t = useT(postInspection)
  return (
    <div className="card card-body grid gap-1">
      <p className="text-lg font-semibold">{chosen.productName}</p>
      <p>
        {chosen.producerName} · {t('stars', { stars: chosen.stars })}
      </p>
      <RightLine use={chosen} />
      <p>
        <a className="link inline-flex min-h-11 items-center" href={path}>
          {t('changeProduct')}
        </a>
      </p>
    </div>
  )
}
