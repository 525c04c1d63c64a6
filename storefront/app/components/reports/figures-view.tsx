import { Notice } from '#app/components/notice.tsx'
import { CountTable } from '#app/components/reports/count-table.tsx'
import { register } from '#app/i18n/register.ts'
import { reports } from '#app/i18n/reports.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay, formatNumber } from '#app/lib/format.ts'
import { halfName } from '#app/lib/reports/period-name.ts'
import type { ByStars, ProgrammeReport } from '#app/lib/reports/types.ts'

/** All tables of a report. In: names of provinces by code. */
export function FiguresView({ report, places }: { report: ProgrammeReport; places: Readonly<Record<string, string>> }) {
  const t = useT(reports)
  const sectors = useT(register)
  const locale = useLocale()
  const { figures, asOf, period, sample } = report
  const { inForce, movement, awarded, holders } = figures
  const stars = [t('stars5'), t('stars4'), t('stars3'), t('all')]
  const placeName = (code: string | null) => (code === null ? t('unknown') : (places[code] ?? code))
  const sectorName = (sector: string | null) =>
    sector !== null && Object.hasOwn(register, sector) ? sectors(sector as 'food') : t('unknown')
  return (
    <div className="grid gap-4">
      <p className="text-muted">
        {t('asOf', { day: formatDay(asOf, locale) })}
        {asOf < period.stretch.to ? ` · ${t('running')}` : ''}
      </p>
      {sample ? <Notice>{t('sample')}</Notice> : null}
      <div className="grid gap-4 lg:grid-cols-2">
        <CountTable
          title={t('inForceTitle')}
          first={t('group')}
          columns={[t('products')]}
          rows={[
            { key: '5', label: t('stars5'), cells: [inForce.five], bar: inForce.five },
            { key: '4', label: t('stars4'), cells: [inForce.four], bar: inForce.four },
            { key: '3', label: t('stars3'), cells: [inForce.three], bar: inForce.three },
            { key: 'all', label: t('all'), cells: [inForce.all], strong: true },
            { key: 'transitional', label: t('transitional'), cells: [figures.transitional] },
            { key: 'suspended', label: t('suspended'), cells: [figures.suspended] },
          ]}
        />
        <CountTable
          title={t('movementTitle')}
          first={t('group')}
          columns={[t('products')]}
          rows={[
            { key: 'start', label: t('start'), cells: [movement.start] },
            { key: 'gained', label: t('gained'), cells: [`+${formatNumber(movement.gained, locale)}`] },
            { key: 'lost', label: t('lost'), cells: [`−${formatNumber(movement.lost, locale)}`] },
            { key: 'end', label: t('end'), cells: [inForce.all], strong: true },
            { key: 'raised', label: t('raised'), cells: [movement.raised] },
            { key: 'lowered', label: t('lowered'), cells: [movement.lowered] },
            { key: 'revoked', label: t('revoked'), cells: [figures.revoked] },
          ]}
        />
        <CountTable
          title={t('awardedTitle')}
          first={t('group')}
          columns={stars}
          rows={[
            { key: 'first', label: t('first'), cells: cells(awarded.first), bar: awarded.first.all },
            { key: 'upgrade', label: t('upgrade'), cells: cells(awarded.upgrade), bar: awarded.upgrade.all },
            { key: 'again', label: t('again'), cells: cells(awarded.again), bar: awarded.again.all },
            { key: 'all', label: t('all'), cells: cells(awarded.all), strong: true },
          ]}
        />
        <CountTable
          title={t('formTitle')}
          first={t('group')}
          columns={[t('holders')]}
          rows={[
            ...holders.byForm.map(({ form, count }) => ({
              ...{ key: form ?? 'unknown', label: form === null ? t('unknown') : t(`form_${form}`) },
              ...{ cells: [count], bar: count },
            })),
            { key: 'all', label: t('all'), cells: [holders.all], strong: true },
          ]}
        />
        <CountTable
          title={t('sectorTitle')}
          first={t('group')}
          columns={stars}
          rows={figures.bySector.map((row) => ({
            ...{
              key: row.sector ?? 'unknown',
              label: sectorName(row.sector),
              cells: cells(row.stars),
              bar: row.stars.all,
            },
          }))}
        />
        <CountTable
          title={t('placeTitle')}
          first={t('place')}
          columns={[...stars, t('holders')]}
          rows={figures.byProvince.map((row) => ({
            ...{ key: row.provinceCode ?? 'unknown', label: placeName(row.provinceCode) },
            ...{ cells: [...cells(row.stars), row.holders], bar: row.stars.all },
          }))}
        />
      </div>
      <CountTable
        title={t('planTitle')}
        first={t('measure')}
        columns={[t('target'), t('result'), t('stated'), t('percent')]}
        rows={figures.plan.map((line) => ({
          key: line.id,
          label: t(`measure_${line.measure}`),
          note: [
            line.place || (line.provinceCode === null ? t('country') : placeName(line.provinceCode)),
            `${t('source')}: ${line.source}`,
          ].join(' · '),
          cells: [
            ...[line.target, line.result, line.statedResult],
            line.percent === null ? null : `${formatNumber(line.percent, locale)}%`,
          ],
        }))}
      >
        {figures.plan.length > 0 ? <p className="text-sm text-muted">{t('planLead')}</p> : null}
      </CountTable>
      <CountTable
        title={t('roundsTitle')}
        first={t('half')}
        columns={[t('registered'), t('holders'), t('passedOn'), t('judged'), t('awarded')]}
        rows={figures.rounds.map((line) => ({
          ...{ key: line.half, label: halfName(t, line.half), bar: line.registered },
          cells: [line.registered, line.holders, line.passedOn, line.judged, line.awarded],
        }))}
      />
    </div>
  )
}

function cells({ five, four, three, all }: ByStars): number[] {
  return [five, four, three, all]
}
