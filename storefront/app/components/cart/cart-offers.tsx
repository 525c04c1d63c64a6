import { Form } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { TextField } from '#app/components/field.tsx'
import { cart } from '#app/i18n/cart.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoney } from '#app/lib/format.ts'
import type { ReviewOffer } from '#app/lib/medusa/cart-types.ts'

/** Promotion codes: those typed in with what becomes of each, and a field for another. */
export function CartOffers({ offers, error }: { offers: readonly ReviewOffer[]; error: string | null }) {
  const t = useT(cart)
  const locale = useLocale()
  const words = (offer: ReviewOffer) => {
    if (offer.state === 'applied') return t('offer_applied', { amount: formatMoney(offer.amount, locale) })
    if (offer.state === 'spend_more') return t('offer_spend_more', { missing: formatMoney(offer.missing ?? 0, locale) })
    return t(`offer_${offer.state}`)
  }
  return (
    <section className="card card-body grid gap-4" aria-labelledby="ma-khuyen-mai">
      <h2 id="ma-khuyen-mai" className="text-lg">
        {t('offersTitle')}
      </h2>
      {offers.length > 0 ? (
        <ul className="grid gap-3">
          {offers.map((offer) => (
            <li key={offer.code} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <span className="min-w-0">
                <span className="tabular font-semibold">{offer.code}</span> · {offer.title[locale]}
                <span className={`block text-sm ${offer.state === 'applied' ? 'text-leaf' : 'text-muted'}`}>
                  {words(offer)}
                </span>
              </span>
              <Form method="post" preventScrollReset>
                <input type="hidden" name="code" value={offer.code} />
                <Button
                  look="quiet"
                  name="intent"
                  value="drop_offer"
                  aria-label={t('offerRemove', { code: offer.code })}
                >
                  {t('remove')}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      ) : null}
      <Form method="post" className="flex flex-wrap items-end gap-3" preventScrollReset>
        <TextField
          key={offers.length}
          className="min-w-40 flex-1"
          name="code"
          label={t('offerLabel')}
          error={error}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          required
        />
        <Button look="quiet" name="intent" value="offer">
          {t('offerAdd')}
        </Button>
      </Form>
    </section>
  )
}
