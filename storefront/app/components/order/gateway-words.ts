import type { Translate } from '#app/i18n/messages.ts'
import type { payment } from '#app/i18n/payment.ts'

const KNOWN = ['11', '12', '24', '51', '65', '75', '79'] as const

/** What VNPay's code means to the buyer; nothing without one. It is a hint beside the order's state, never the state. */
export function gatewayWords(t: Translate<typeof payment>, code: string | null): string {
  if (code === null || code === '00' || !/^\d{2}$/.test(code)) return ''
  const known = KNOWN.find((each) => each === code)
  return known ? t(`code${known}`) : t('codeOther', { code })
}
