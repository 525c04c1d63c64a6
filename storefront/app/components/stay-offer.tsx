import { Link } from '@remix-run/react'
import { product as words } from '#app/i18n/product.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { ProductVariant } from '#app/lib/medusa/types.ts'
import { buttonClass } from './button.tsx'
import { Notice } from './notice.tsx'
import { Price } from './price.tsx'
import { SampleNote } from './sample-note.tsx'

interface StayOfferProps {
  variants: ProductVariant[]
  handle: string
  /** Handle of the producer. */
  host: string
  sample: boolean
}

/** What a homestay or tour costs at a guess, and the way to ask its host: nights are agreed, not put into a cart. */
export function StayOffer({ variants, handle, host, sample }: StayOfferProps) {
  const t = useT(words)
  return (
    <div className="grid gap-4">
      {variants.map(({ id, title, price }) =>
        price === null ? null : (
          <p key={id} className="flex flex-wrap items-baseline gap-x-3">
            <Price dong={price} className="text-2xl font-bold" />
            <span className="text-muted">{title}</span>
            {sample ? <SampleNote /> : null}
          </p>
        ),
      )}
      <p className="print-hidden grid sm:flex">
        <a className={buttonClass('primary', true)} href={`/san-pham/${handle}/hoi-dat`}>
          {t('askStay')}
        </a>
      </p>
      <Notice title={t('onRequest')}>
        <p>{t('onRequestText')}</p>
        <p>
          <Link className="link inline-flex min-h-11 items-center" to={`/nha-san-xuat/${host}`}>
            {t('seeHost')}
          </Link>
        </p>
      </Notice>
    </div>
  )
}
