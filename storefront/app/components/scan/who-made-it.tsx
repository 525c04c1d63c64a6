import { Link } from '@remix-run/react'
import type { Passport } from '@sao-lang/traceability/verify'
import { ConfidenceChip } from '#app/components/confidence-chip.tsx'
import { SampleNote } from '#app/components/sample-note.tsx'
import { scan } from '#app/i18n/scan.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { legalFormLabel } from '#app/lib/legal-form.ts'
import { Fact } from './fact.tsx'
import { PlaceName } from './place-name.tsx'

interface WhoMadeItProps {
  producer: Passport['producer']
  /** A council decision names this producer. */
  recognised: boolean
  /** The producer's own particulars are illustrative. */
  sample: boolean
}

/** Who made it and where, with the place's old and new name. */
export function WhoMadeIt({ producer, recognised, sample }: WhoMadeItProps) {
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
          {sample ? <SampleNote /> : recognised ? <ConfidenceChip confidence="authority_decision" /> : null}
        </Fact>
        <Fact label={t('legalForm')}>
          {['unknown', 'other'].includes(producer.legalForm) ? null : legalFormLabel(producer.legalForm, locale)}
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
