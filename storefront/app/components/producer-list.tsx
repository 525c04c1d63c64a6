import { places } from '#app/i18n/places.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { legalFormLabel } from '#app/lib/legal-form.ts'
import type { ProducerCard } from '#app/lib/medusa/types.ts'
import { PlainLink } from './plain-link.tsx'
import { SampleNote } from './sample-note.tsx'

/** Producers as cards; the name is the link and stretches over the whole card. */
export function ProducerList({ producers }: { producers: ProducerCard[] }) {
  const t = useT(places)
  const locale = useLocale()
  return (
    <ul className="producer-list">
      {producers.map((producer, index) => (
        <li key={producer.handle} className="producer-card card">
          <h3>
            <PlainLink to={`/nha-san-xuat/${producer.handle}`} discover={index === 0}>
              {producer.name}
            </PlainLink>
          </h3>
          <p className="text-sm text-muted">
            {legalFormLabel(producer.legalForm, locale)}
            {legalFormLabel(producer.legalForm, locale) ? <br /> : null}
            {[producer.place.communeName, producer.place.provinceName].filter(Boolean).join(', ')}
          </p>
          <p className="mt-auto flex flex-wrap items-center gap-2 pt-1 text-sm">
            <span className={producer.productCount > 0 ? 'tabular font-semibold text-leaf' : 'text-muted'}>
              {producer.productCount > 0 ? t('productCount', { count: producer.productCount }) : t('notSelling')}
            </span>
            {producer.sample.length > 0 ? <SampleNote /> : null}
          </p>
        </li>
      ))}
    </ul>
  )
}
