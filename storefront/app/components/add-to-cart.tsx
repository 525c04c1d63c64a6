import { Form, useNavigation } from '@remix-run/react'
import { product as words } from '#app/i18n/product.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoney } from '#app/lib/format.ts'
import type { ProductVariant } from '#app/lib/medusa/types.ts'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import { Price } from './price.tsx'
import { SampleNote } from './sample-note.tsx'

const MOST = 99

/** Price, size, quantity and the button that posts to the cart; says why when there is nothing to buy. */
export function AddToCart({ variants, sample }: { variants: ProductVariant[]; sample: boolean }) {
  const t = useT(words)
  const { state, formAction } = useNavigation()
  const priced = variants.filter((variant) => variant.price !== null)
  const first = priced.find((variant) => variant.inStock) ?? priced[0]
  if (!first || first.price === null) {
    return (
      <Notice>
        <p>{t('notSold')}</p>
      </Notice>
    )
  }
  const sending = state !== 'idle' && formAction?.startsWith('/gio-hang') === true
  return (
    <Form method="post" action="/gio-hang" className="print-hidden grid gap-4">
      <input type="hidden" name="intent" value="add" />
      {priced.length === 1 ? (
        <>
          <input type="hidden" name="variantId" value={first.id} />
          <p className="flex flex-wrap items-baseline gap-x-3">
            <Price dong={first.price} className="text-2xl font-bold" />
            {sample ? <SampleNote /> : null}
          </p>
          <p className="text-sm text-muted">
            {first.title} · <Stock variant={first} />
          </p>
        </>
      ) : (
        <fieldset>
          <legend className="facet-legend">
            {t('choose')} {sample ? <SampleNote className="ms-2 font-normal" /> : null}
          </legend>
          <div className="grid gap-2">
            {priced.map((variant) => (
              <VariantChoice key={variant.id} variant={variant} chosen={variant === first} />
            ))}
          </div>
        </fieldset>
      )}
      {first.inStock ? (
        <div className="flex flex-wrap items-end gap-3">
          <label className="field">
            <span className="text-sm font-semibold">{t('quantity')}</span>
            <input
              className="input tabular w-24"
              type="number"
              name="quantity"
              inputMode="numeric"
              min={1}
              max={MOST}
              defaultValue={1}
              required
            />
          </label>
          <Button large className="flex-1" aria-disabled={sending || undefined}>
            {t('addToCart')}
          </Button>
        </div>
      ) : (
        <Notice title={t('soldOut')}>
          <p>{t('soldOutText')}</p>
        </Notice>
      )}
      {priced.map((variant) => (
        <SetContents key={variant.id} variant={variant} named={priced.length > 1} />
      ))}
      {priced.some(({ harvest }) => harvest !== null) ? (
        <Notice title={t('preorderTitle')}>
          <p>{t('preorderText')}</p>
        </Notice>
      ) : null}
      <p className="text-sm text-muted">{t('codOnly')}</p>
    </Form>
  )
}

function VariantChoice({ variant, chosen }: { variant: ProductVariant; chosen: boolean }) {
  const locale = useLocale()
  return (
    <label className="variant">
      <input type="radio" name="variantId" value={variant.id} defaultChecked={chosen} disabled={!variant.inStock} />
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">{variant.title}</span>
        <span className="block text-sm text-muted">
          <Stock variant={variant} />
        </span>
      </span>
      <span className="tabular text-lg font-bold whitespace-nowrap">
        {variant.price === null ? null : formatMoney(variant.price, locale)}
      </span>
    </label>
  )
}

/** Few left is worth a number; plenty is not. */
function Stock({ variant }: { variant: ProductVariant }) {
  const t = useT(words)
  if (!variant.inStock) return <>{t('soldOut')}</>
  return (
    <>
      {variant.available !== null && variant.available <= 10 ? t('left', { count: variant.available }) : t('inStock')}
    </>
  )
}

/** What lies in a gift set, each with the way to its own page. */
function SetContents({ variant, named }: { variant: ProductVariant; named: boolean }) {
  const t = useT(words)
  if (variant.holds.length === 0) return null
  return (
    <div>
      <p className="font-semibold">{named ? t('setHoldsOf', { title: variant.title }) : t('setHolds')}</p>
      <ul>
        {variant.holds.map((held) => (
          <li key={held.title}>
            {held.quantity} ×{' '}
            <a className="underline underline-offset-4" href={`/san-pham/${held.handle}`}>
              {held.title}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
