import { Link } from '@remix-run/react'
import type { Passport } from '@sao-lang/traceability/verify'
import { ConfidenceChip } from '#app/components/confidence-chip.tsx'
import { scan } from '#app/i18n/scan.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { legalFormLabel } from '#app/lib/legal-form.ts'
import { Fact } from './fact.tsx'
import { PlaceName } from './place-name.tsx'

/** Who made it and where, with the place's old and new name. `recognised`: a council decision names this producer. */
export function WhoMadeIt({ producer, recognised }: { producer: Passport['producer']; recognised: boolean }) {
  const t = useT(scan)
  const locale = useLocale()
  return (
    <section className="grid gap-3">
      <h2>{t('who')}</h2>
      <dl className="facts">
        <Fact label={t('producer')}>
          <Link className="link" to={`/nha-san-xuat/${producer.handle}`}>
            {producer.name}
          </Link>{' '}
          {recognised ? <ConfidenceChip confidence="authority_decision" /> : null}
        </Fact>
        <Fact label={t('legalForm')}>
          {producer.legalForm === 'unknown' ? null : legalFormLabel(producer.legalForm, locale)}
        </Fact>
        <Fact label={t('place')}>
          <PlaceName place={producer.place} />
        </Fact>
        <Fact label={t('address')}>{producer.address}</Fact>
        <Fact label={t('phone')}>
          {producer.phone ? (
            <a className="link tabular" href={`tel:${producer.phone.replace(/[^\d+]/g, '')}`}>
              {producer.phone}
            </a>
          ) : null}
        </Fact>
      </dl>
    </section>
  )
}
