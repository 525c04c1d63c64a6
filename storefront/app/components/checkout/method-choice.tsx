import { checkout } from '#app/i18n/checkout.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoney } from '#app/lib/format.ts'
import type { OfferedMethod, PaymentMethod } from '#app/lib/medusa/cart-types.ts'

const NOTES = { vnpay: 'vnpayNote', bank_transfer: 'bank_transferNote', cod: 'codNote' } as const

interface MethodChoiceProps {
  methods: readonly OfferedMethod[]
  /** Chosen in a form that came back; nothing is chosen before. */
  chosen: PaymentMethod | null
  error: string | null
}

/** The ways to pay; one that cannot be used for this order says why. */
export function MethodChoice({ methods, chosen, error }: MethodChoiceProps) {
  const t = useT(checkout)
  const locale = useLocale()
  return (
    <fieldset className="card card-body grid gap-4" aria-describedby={error ? 'loi-cach-tra' : undefined}>
      <legend className="sr-only">{t('paymentTitle')}</legend>
      <p aria-hidden="true" className="text-lg font-semibold">
        {t('paymentTitle')}
      </p>
      {methods.map(({ method, offered, reason, limit }) => (
        <label key={method} className={`flex min-h-11 items-start gap-3 ${offered ? '' : 'text-muted'}`}>
          <input
            type="radio"
            name="method"
            value={method}
            className="mt-1 size-5 shrink-0 accent-leaf"
            defaultChecked={offered && method === chosen}
            disabled={!offered}
            required
          />
          <span className="min-w-0">
            <span className="font-semibold">{t(method)}</span>
            <span className="block text-muted">
              {reason === 'above_limit'
                ? t('reason_above_limit', { limit: formatMoney(limit ?? 0, locale) })
                : reason
                  ? t(`reason_${reason}`)
                  : t(NOTES[method])}
            </span>
          </span>
        </label>
      ))}
      {error ? (
        <p className="field-error" id="loi-cach-tra">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
