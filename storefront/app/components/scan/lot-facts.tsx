import type { LotView, SourceAreaView } from '@sao-lang/traceability/verify'
import { ConfidenceChip } from '#app/components/confidence-chip.tsx'
import { Day } from '#app/components/day.tsx'
import { SampleNote } from '#app/components/sample-note.tsx'
import { scan } from '#app/i18n/scan.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay, formatNumber, formatQuantity } from '#app/lib/format.ts'
import { Fact } from './fact.tsx'
import { PlaceName } from './place-name.tsx'

/** The lot of the package and the raw material that went into it. `today` is the calendar day of the check, yyyy-mm-dd. */
export function LotFacts({ lot, today }: { lot: LotView | null; today: string }) {
  const t = useT(scan)
  const locale = useLocale()
  if (!lot) {
    return (
      <section className="grid gap-3">
        <h2>{t('lot')}</h2>
        <p className="text-muted">{t('noLot')}</p>
      </section>
    )
  }
  return (
    <>
      <section className="grid gap-3">
        <h2>{t('lot')}</h2>
        <dl className="facts">
          <Fact label={t('lotCode')}>
            <strong className="tabular">{lot.lotCode}</strong> {lot.sample ? <SampleNote /> : null}
          </Fact>
          <Fact label={t('packedOn')}>
            {lot.packedOn ? (
              <>
                <Day value={lot.packedOn} /> <ConfidenceChip confidence="self_declared" />
              </>
            ) : null}
          </Fact>
          <Fact label={t('bestBefore')}>
            {lot.bestBefore ? (
              <>
                <Day value={lot.bestBefore} /> <ConfidenceChip confidence="self_declared" />
                {lot.bestBefore < today ? <strong className="text-warn">, {t('bestBeforePassed')}</strong> : null}
              </>
            ) : null}
          </Fact>
          <Fact label={t('lotSize')}>
            {lot.quantity ? (
              <>
                {formatQuantity(lot.quantity, locale)} <ConfidenceChip confidence="self_declared" />
              </>
            ) : null}
          </Fact>
        </dl>
      </section>
      <section className="grid gap-3">
        <h2>{t('sourceAreas')}</h2>
        {lot.sourceAreas.length === 0 ? <p className="text-muted">{t('noSourceAreas')}</p> : null}
        <ul className="grid gap-4">
          {lot.sourceAreas.map((area) => (
            <SourceArea key={area.ref} area={area} />
          ))}
        </ul>
      </section>
    </>
  )
}

export function SourceArea({ area }: { area: SourceAreaView }) {
  const t = useT(scan)
  const locale = useLocale()
  const size = [
    area.areaHectares === null ? null : t('areaSize', { hectares: formatNumber(area.areaHectares, locale) }),
    area.growers === null ? null : t('growers', { count: area.growers }),
  ].filter(Boolean)
  return (
    <li className="grid gap-1">
      <p className="flex flex-wrap items-center gap-x-2">
        <strong>{area.name}</strong>
        <ConfidenceChip confidence={area.confidence} />
        {area.sample ? <SampleNote /> : null}
      </p>
      <p>
        <PlaceName place={area.place} />
      </p>
      {size.length > 0 ? <p className="tabular text-sm text-muted">{size.join(' · ')}</p> : null}
      {area.certificates.map((certificate) => (
        <p key={`${certificate.name} ${certificate.number}`} className="flex flex-wrap items-center gap-x-2 text-sm">
          <span>
            {certificate.number
              ? t('certificate', { name: certificate.name, number: certificate.number })
              : certificate.name}
            {certificate.issuer ? `, ${certificate.issuer}` : ''}
            {certificate.validTo ? `, ${t('certificateUntil', { date: formatDay(certificate.validTo, locale) })}` : ''}
          </span>
          <ConfidenceChip confidence={certificate.confidence} />
        </p>
      ))}
    </li>
  )
}
