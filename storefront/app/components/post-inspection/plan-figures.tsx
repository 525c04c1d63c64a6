import { postInspection } from '#app/i18n/post-inspection.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatNumber } from '#app/lib/format.ts'
import type { InspectionList } from '#app/lib/post-inspection/types.ts'

/** Plan against result of a year, as a table. */
export function PlanFigures({ summary, year }: { summary: InspectionList['summary']; year: number }) {
  const t = useT(postInspection)
  const locale = useLocale()
  const rows = [
    ['planned', summary.planned, summary.plannedDone],
    ['adHoc', summary.adHoc, summary.adHocDone],
  ] as const
  return (
    <table className="w-full max-w-[36rem] border-collapse">
      <caption className="pb-2 text-start font-semibold">{t('tableCaption', { year: String(year) })}</caption>
      <thead>
        <tr className="border-b border-line-strong text-sm text-muted">
          <th scope="col" className="py-1.5 pe-3 text-start font-normal">
            {t('kind')}
          </th>
          <th scope="col" className="py-1.5 ps-3 text-end font-normal">
            {t('count')}
          </th>
          <th scope="col" className="py-1.5 ps-3 text-end font-normal">
            {t('done')}
          </th>
          <th scope="col" className="py-1.5 ps-3 text-end font-normal">
            {t('share')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([kind, all, done]) => (
          <tr key={kind} className="border-b border-line">
            <th scope="row" className="py-2 pe-3 text-start font-normal">
              {t(kind)}
            </th>
            <td className="tabular py-2 ps-3 text-end">{formatNumber(all, locale)}</td>
            <td className="tabular py-2 ps-3 text-end font-semibold">{formatNumber(done, locale)}</td>
            <td className="tabular py-2 ps-3 text-end text-muted">
              {all === 0 ? '–' : `${formatNumber(Math.round((100 * done) / all), locale)}%`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
