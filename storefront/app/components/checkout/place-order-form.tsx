import { Form, useNavigation } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { checkout } from '#app/i18n/checkout.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoney } from '#app/lib/format.ts'

/** The one button that orders. It says what will be paid (đồng) and sends the key that keeps one order one order. */
export function PlaceOrderForm({ total, idempotencyKey }: { total: number; idempotencyKey: string }) {
  const t = useT(checkout)
  const locale = useLocale()
  const sending = useNavigation().state !== 'idle'
  return (
    <Form method="post" className="grid gap-2 justify-self-stretch sm:justify-self-start">
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <input type="hidden" name="expectedTotal" value={total} />
      <Button large className="px-4 sm:px-7" disabled={sending}>
        {sending ? t('placing') : t('placeOrder', { total: formatMoney(total, locale) })}
      </Button>
      <p className="text-sm text-muted">{t('placeNote')}</p>
    </Form>
  )
}
