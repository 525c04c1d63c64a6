import { Day } from '#app/components/day.tsx'
import { Price } from '#app/components/price.tsx'
import { Fact } from '#app/components/scan/fact.tsx'
import { stays as words } from '#app/i18n/stays.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { StayOffer } from '#app/lib/stays/types.ts'

/** What a host offers: price, what it includes, a word, the last day to accept. */
export function StayOfferFacts({ offer }: { offer: StayOffer }) {
  const t = useT(words)
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <Price dong={offer.price} className="text-2xl font-bold" />
        <span className="text-muted">{t('priceFor')}</span>
      </p>
      <dl className="facts">
        <Fact label={t('included')}>
          <span className="break-words whitespace-pre-line">{offer.included}</span>
        </Fact>
        <Fact label={t('hostWords')}>
          {offer.words ? <span className="break-words whitespace-pre-line">{offer.words}</span> : null}
        </Fact>
        <Fact label={t('until')}>
          <Day value={offer.until} />
        </Fact>
      </dl>
    </div>
  )
}
