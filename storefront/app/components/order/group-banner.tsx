import { Button } from '#app/components/button.tsx'
import { Day } from '#app/components/day.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { payment as words } from '#app/i18n/payment.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoment, formatMoney } from '#app/lib/format.ts'
import type { GroupView } from '#app/lib/medusa/cart-types.ts'
import type { PaymentView } from '#app/lib/medusa/payments.server.ts'
import { gatewayWords } from './gateway-words.ts'

interface GroupBannerProps {
  group: GroupView
  payment: PaymentView | null
  /** Whole minutes until the time to pay ends, counted by the server; null when nothing is awaited. */
  minutesLeft: number | null
}

/** The courier has yet to come. */
const UNDER_WAY: readonly GroupView['orders'][number]['state'][] = ['to_confirm', 'confirmed', 'packed', 'shipped']

/** Where the order stands with its money, what that means, and the one thing to do about it. */
export function GroupBanner({ group, payment, minutesLeft }: GroupBannerProps) {
  const t = useT(words)
  const locale = useLocale()
  if (group.state === 'awaiting_payment') return <Awaiting {...{ group, payment, minutesLeft }} />
  const underWay = group.orders.some((part) => UNDER_WAY.includes(part.state))
  const back = payment?.state === 'sent_back' || (group.state === 'expired' && group.refunded > 0)
  return (
    <div className="grid gap-4">
      {group.state === 'placed' && group.method !== 'cod' && group.paidAt ? (
        <Notice kind="success">
          <p>{t('paidText', { moment: formatMoment(group.paidAt, locale) })}</p>
        </Notice>
      ) : null}
      {group.state === 'placed' && group.method === 'cod' && underWay ? (
        <Notice kind="success">
          <p>{t('codText')}</p>
        </Notice>
      ) : null}
      {group.state === 'expired' && !back ? (
        <Notice>
          <p>{t('expiredText')}</p>
        </Notice>
      ) : null}
      {group.state === 'canceled' ? (
        <Notice>
          <p>{t('canceledText')}</p>
        </Notice>
      ) : null}
      {back ? (
        <Notice kind="warning" title={t('sentBackTitle')}>
          <p>{t('sentBackText')}</p>
        </Notice>
      ) : null}
      {payment?.state === 'held' ? <Held /> : null}
      {group.refunded > 0 ? (
        <p>
          <span className="font-semibold">
            {t('refunded')}: {formatMoney(group.refunded, locale)}
          </span>{' '}
          <span className="text-muted">{t('refundNote')}</span>
        </p>
      ) : null}
      {group.state === 'expired' || group.state === 'canceled' ? (
        <p className="print-hidden">
          <LinkButton to="/san-pham">{t('orderAgain')}</LinkButton>
        </p>
      ) : null}
    </div>
  )
}

function Held() {
  const t = useT(words)
  return (
    <Notice kind="warning" title={t('heldTitle')}>
      <p>{t('heldText')}</p>
    </Notice>
  )
}

function Awaiting({ group, payment, minutesLeft }: GroupBannerProps) {
  const t = useT(words)
  const locale = useLocale()
  const failed = payment?.state === 'failed'
  const total = formatMoney(group.total, locale)
  return (
    <div className="grid gap-4">
      {payment?.state === 'held' ? <Held /> : null}
      {failed ? (
        <Notice kind="warning" title={t('failedTitle')}>
          <p>
            {gatewayWords(t, payment.attempt?.responseCode ?? null)} {t('failedText')}
          </p>
        </Notice>
      ) : null}
      {group.expiresAt ? (
        <p className="text-lg">
          {t('payBefore')} <Day value={group.expiresAt} moment />
          {minutesLeft === null ? null : (
            <span className="font-semibold">
              {' '}
              (
              {minutesLeft >= 120
                ? t('hoursLeft', { count: Math.floor(minutesLeft / 60) })
                : t('minutesLeft', { count: minutesLeft })}
              )
            </span>
          )}
        </p>
      ) : null}
      <p className="text-muted">{t('keptUntil')}</p>
      {group.method === 'vnpay' && payment?.state !== 'held' ? (
        <form method="post" className="print-hidden">
          <Button large name="intent" value="pay">
            {failed ? t('payAgain') : t('payNow', { total })}
          </Button>
        </form>
      ) : null}
    </div>
  )
}
