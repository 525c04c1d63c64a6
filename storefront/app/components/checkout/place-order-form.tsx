import { Form, useNavigation } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { checkout } from '#app/i18n/checkout.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoney } from '#app/lib/format.ts'
import type { OfferedMethod, PaymentMethod } from '#app/lib/medusa/cart-types.ts'
import type { ConsentText } from '#app/lib/medusa/consents.server.ts'
import { ConsentBoxes } from './consent-boxes.tsx'
import { MethodChoice } from './method-choice.tsx'

interface PlaceOrderFormProps {
  total: number
  idempotencyKey: string
  methods: readonly OfferedMethod[]
  consents: readonly ConsentText[]
  /** What was chosen and ticked in a form that came back. */
  given: { method: PaymentMethod | null; consents: readonly string[] }
  errors: { method: string | null; consent: string | null }
}

/**
 * How to pay, what the buyer agrees to, and the one button that orders. It says what will be paid (đồng) and sends the key that keeps one
 * order one order. The browser itself follows the answer, since it may lead to the page of VNPay.
 */
export function PlaceOrderForm({ total, idempotencyKey, methods, consents, given, errors }: PlaceOrderFormProps) {
  const t = useT(checkout)
  const locale = useLocale()
  const sending = useNavigation().state !== 'idle'
  return (
    <Form method="post" reloadDocument className="grid gap-6">
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <input type="hidden" name="expectedTotal" value={total} />
      <div className="grid gap-6 md:grid-cols-2 md:items-start">
        <MethodChoice methods={methods} chosen={given.method} error={errors.method} />
        <section className="card card-body grid gap-4" aria-labelledby="dong-y">
          <h2 id="dong-y" className="text-lg">
            {t('consentTitle')}
          </h2>
          <p className="text-sm text-muted">{t('consentLead')}</p>
          <ConsentBoxes texts={consents} ticked={given.consents} error={errors.consent} />
          <p className="flex flex-wrap gap-x-5 text-sm">
            <a
              className="link inline-flex min-h-8 items-center"
              href="/quyen-rieng-tu"
              target="_blank"
              rel="noreferrer"
            >
              {t('consentMore')}
            </a>
            <a className="link inline-flex min-h-8 items-center" href="/dieu-khoan" target="_blank" rel="noreferrer">
              {t('termsMore')}
            </a>
          </p>
        </section>
      </div>
      <div className="grid gap-2 justify-self-stretch sm:justify-self-start">
        <Button large className="px-4 sm:px-7" disabled={sending}>
          {sending ? t('placing') : t('placeOrder', { total: formatMoney(total, locale) })}
        </Button>
        <p className="text-sm text-muted">{t('placeNote')}</p>
      </div>
    </Form>
  )
}
