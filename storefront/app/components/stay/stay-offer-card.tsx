import { Day } from '#app/components/day.tsx'
import { Price } from '#app/components/price.tsx'
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
        <dt>{t('included')}</dt>
        <dd className="break-words whitespace-pre-line">{offer.included}</dd>
        {offer.words ? (
          <>
            <dt>{t('hostWords')}</dt>
            <dd className="break-words whitespace-pre-line">{offer.words}</dd>
          </>
        ) : null}
        <dt>{t('until')}</dt>
        <dd>
          <Day value={offer.until} />
        </dd>
      </dl>
    </div>
  )
}
