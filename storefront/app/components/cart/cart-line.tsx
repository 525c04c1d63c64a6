import { Form, Link } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { Picture } from '#app/components/picture.tsx'
import { Price } from '#app/components/price.tsx'
import { cart } from '#app/i18n/cart.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoney } from '#app/lib/format.ts'
import { lineProblemMessage, lineTotal } from '#app/lib/medusa/cart-groups.ts'
import type { ReviewLine } from '#app/lib/medusa/cart-types.ts'
import { MOST_PER_LINE } from '#app/schemas/cart.ts'

/** One line of the cart: what it is, how many, what it costs, and what stands against buying it, each a plain form. */
export function CartLine({ line, error }: { line: ReviewLine; error: string | null }) {
  const t = useT(cart)
  const locale = useLocale()
  const withdrawn = line.problem === 'withdrawn'
  return (
    <li className="grid gap-3 border-line px-4 py-4 not-first:border-t md:px-6">
      <div className="grid grid-cols-[4.5rem_1fr] grid-rows-[auto_1fr] gap-x-4 gap-y-1 sm:grid-cols-[4.5rem_1fr_auto] sm:grid-rows-1">
        <LinePicture line={line} />
        <div className="grid min-w-0 content-start gap-1">
          <h3>
            {withdrawn ? (
              line.title
            ) : (
              <Link className="hover:underline" to={`/san-pham/${line.handle}`}>
                {line.title}
              </Link>
            )}
          </h3>
          {line.variantTitle ? <p className="text-sm break-words">{line.variantTitle}</p> : null}
          <p className="tabular text-sm text-muted">{t('each', { price: formatMoney(line.unitPrice, locale) })}</p>
        </div>
        <Price
          dong={lineTotal(line)}
          className={`col-start-2 text-lg font-semibold sm:col-start-3 sm:text-end ${withdrawn ? 'text-muted line-through' : ''}`}
        />
      </div>
      <LineProblem line={line} />
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2 sm:ps-[5.5rem]">
        {withdrawn || line.problem === 'out_of_stock' ? null : <QuantityForm line={line} error={error} />}
        <Form method="post" action="/gio-hang">
          <input type="hidden" name="intent" value="remove" />
          <input type="hidden" name="lineId" value={line.id} />
          <Button look="quiet" className="min-h-[2.875rem]">
            {t('remove')}
            <span className="sr-only"> {t('removeRest', { title: line.title })}</span>
          </Button>
        </Form>
      </div>
    </li>
  )
}

function LinePicture({ line }: { line: ReviewLine }) {
  return line.picture ? (
    <Picture
      picture={line.picture}
      sizes="72px"
      alt=""
      className="row-span-2 size-18 rounded object-cover sm:row-span-1"
    />
  ) : (
    <div aria-hidden="true" className="row-span-2 size-18 rounded bg-sand-soft sm:row-span-1" />
  )
}

function QuantityForm({ line, error }: { line: ReviewLine; error: string | null }) {
  const t = useT(cart)
  const id = `so-luong-${line.id}`
  return (
    <Form method="post" action="/gio-hang" className="grid gap-1" noValidate>
      <input type="hidden" name="intent" value="update" />
      <input type="hidden" name="lineId" value={line.id} />
      <label htmlFor={id} className="text-sm text-muted">
        {t('quantity')}
        <span className="sr-only"> {line.title}</span>
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          key={line.quantity}
          name="quantity"
          type="number"
          inputMode="numeric"
          min={0}
          max={MOST_PER_LINE}
          defaultValue={line.quantity}
          className="input tabular w-20"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-loi` : undefined}
        />
        <Button look="quiet">
          {t('update')}
          <span className="sr-only"> {t('updateRest', { title: line.title })}</span>
        </Button>
      </div>
      {error ? (
        <p id={`${id}-loi`} className="field-error" role="alert">
          {error}
        </p>
      ) : null}
    </Form>
  )
}

/** Says what has changed since the line was put in, with the one button that settles it. */
function LineProblem({ line }: { line: ReviewLine }) {
  const t = useT(cart)
  const locale = useLocale()
  const key = lineProblemMessage(line)
  if (!key) return null
  const prices = {
    old: formatMoney(line.unitPrice, locale),
    new: formatMoney(line.currentPrice ?? line.unitPrice, locale),
  }
  const available = line.available ?? 0
  return (
    <div className="notice notice-warning flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <p className="min-w-0 flex-1 basis-60">
        {key === 'problemPriceUp' || key === 'problemPriceDown' ? t(key, prices) : null}
        {key === 'problemTooMany' ? t(key, { available }) : null}
        {key === 'problemOutOfStock' || key === 'problemWithdrawn' ? t(key) : null}
      </p>
      {line.problem === 'price_changed' ? (
        <SettleForm line={line} quantity={line.quantity} label={t('acceptPrice')} />
      ) : null}
      {line.problem === 'too_many' && available > 0 ? (
        <SettleForm line={line} quantity={available} label={t('takeAvailable', { available })} />
      ) : null}
    </div>
  )
}

/** Setting a quantity, even the same one, also takes today's price. */
function SettleForm({ line, quantity, label }: { line: ReviewLine; quantity: number; label: string }) {
  return (
    <Form method="post" action="/gio-hang">
      <input type="hidden" name="intent" value="update" />
      <input type="hidden" name="lineId" value={line.id} />
      <input type="hidden" name="quantity" value={quantity} />
      <Button look="warn" aria-label={`${label}: ${line.title}`}>
        {label}
      </Button>
    </Form>
  )
}
