import { cart } from '#app/i18n/cart.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import type { DeliveryMethod, PickUpShop } from '#app/lib/medusa/cart-types.ts'

interface DeliveryWordsProps {
  method: DeliveryMethod
  shop: PickUpShop | null
  /** Null when a weight is not known. */
  weightGrams: number | null
}

/** How goods come, in words: with the weight that is paid for, or the shop to go to. */
export function DeliveryWords({ method, shop, weightGrams }: DeliveryWordsProps) {
  const t = useT(cart)
  const locale = useLocale()
  if (method === 'pick_up') {
    return (
      <>
        {t('pick_up', { shop: shop?.name ?? '' })}
        {shop?.location ? <span className="block text-sm font-normal text-muted">{shop.location}</span> : null}
      </>
    )
  }
  if (method === 'flat') return <>{t('flat')}</>
  if (weightGrams === null) return <>{t('byWeightPlain')}</>
  const kilograms = new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 2 })
  return <>{t('by_weight', { weight: `${kilograms.format(weightGrams / 1000)} kg` })}</>
}
