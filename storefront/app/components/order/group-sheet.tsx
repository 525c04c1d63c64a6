import { Button } from '#app/components/button.tsx'
import { Day } from '#app/components/day.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Price } from '#app/components/price.tsx'
import { order as orderWords } from '#app/i18n/order.ts'
import { orderProgress } from '#app/i18n/order-progress.ts'
import { payment as words } from '#app/i18n/payment.ts'
import { refundAccount } from '#app/i18n/refund-account.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { messagesPath, returnPath, reviewPath } from '#app/lib/group-path.ts'
import type { GroupView } from '#app/lib/medusa/cart-types.ts'
import type { PaymentView, TransferView } from '#app/lib/medusa/payments.server.ts'
import { DeliveryAddress } from './delivery-address.tsx'
import { GroupBanner } from './group-banner.tsx'
import { CancelForm, GroupOrder } from './group-order.tsx'
import { RefundList } from './order-progress.tsx'
import { RefundAccountForm, type RefusedAccount } from './refund-account-form.tsx'
import { VietQrPanel } from './vietqr-panel.tsx'

export type GroupTrouble = 'errorGateway' | 'errorChanged' | 'errorUnderWay' | 'errorAway'

interface GroupSheetProps {
  group: GroupView
  payment: PaymentView | null
  transfer: TransferView | null
  transferPicture: string
  minutesLeft: number | null
  trouble: GroupTrouble | null
  /** Of the group's link. */
  token: string
  received: boolean
  /** The account for a refund was just noted, or refused. */
  accountGiven: boolean
  refusedAccount: RefusedAccount | null
}

/** The page of an order group: the money, each producer's parcel, and what the buyer may still change. */
export function GroupSheet(props: GroupSheetProps) {
  const t = useT(words)
  const tOrder = useT(orderWords)
  const tProgress = useT(orderProgress)
  const tAccount = useT(refundAccount)
  const { group, trouble } = props
  const waitsForTransfer = group.state === 'awaiting_payment' && group.method === 'bank_transfer'
  return (
    <article className="wrap max-w-[64rem] pb-14">
      <PageHeader title={t(titleOf(group))} eyebrow={t('number', { number: group.displayNo })}>
        <p className="text-muted">
          {tOrder('placedAt')} <Day value={group.placedAt} moment />
        </p>
      </PageHeader>
      <div className="grid gap-8">
        {trouble ? (
          <Notice kind="warning" live>
            <p>{t(trouble)}</p>
          </Notice>
        ) : null}
        {props.received && !trouble ? (
          <Notice kind="success" live>
            <p>{tProgress('receivedDone')}</p>
          </Notice>
        ) : null}
        {props.accountGiven && !trouble && !props.refusedAccount ? (
          <Notice kind="success" live>
            <p>{tAccount('done')}</p>
          </Notice>
        ) : null}
        {group.refundAccount ? <RefundAccountForm asked={group.refundAccount} refused={props.refusedAccount} /> : null}
        <GroupBanner group={group} payment={props.payment} minutesLeft={props.minutesLeft} />
        {waitsForTransfer && props.transfer ? (
          <VietQrPanel transfer={props.transfer} pictureHref={props.transferPicture} />
        ) : null}
        {waitsForTransfer && !props.transfer ? <p className="notice notice-warning">{t('transferAway')}</p> : null}
        <div className="grid gap-8 md:grid-cols-[1.6fr_1fr] md:items-start">
          <div className="grid min-w-0 gap-6">
            {group.orders.map((part) => (
              <GroupOrder
                key={part.id}
                order={part}
                single={group.orders.length === 1}
                returnHref={returnPath(group.id, props.token, part.id)}
                reviewHref={reviewPath(group.id, props.token, part.id)}
                messagesHref={`${messagesPath(group.id, props.token, part.id)}#moi`}
              />
            ))}
          </div>
          <div className="grid min-w-0 gap-6">
            <GroupSums group={group} />
            {group.otherRefunds.length > 0 ? (
              <section className="card card-body grid gap-3">
                <h2 className="text-lg">{tProgress('otherRefunds')}</h2>
                <RefundList refunds={group.otherRefunds} />
              </section>
            ) : null}
            <section className="card card-body grid gap-3">
              <h2 className="text-lg">{tOrder('deliverTo')}</h2>
              <DeliveryAddress delivery={group.delivery} />
            </section>
            <GroupChanges group={group} />
            <div className="print-hidden grid gap-2 text-sm text-muted">
              <p>{tOrder('scanTip')}</p>
              <p>{tOrder('keepLink')}</p>
              <p>{tOrder('printHint')}</p>
            </div>
          </div>
        </div>
      </div>
    </article>
  )
}

function titleOf({ state, method, orders }: GroupView) {
  if (state === 'awaiting_payment') return 'awaitingTitle'
  if (state === 'expired') return 'expiredTitle'
  if (state === 'canceled') return 'canceledTitle'
  const open = orders.filter((part) => part.state !== 'canceled' && part.state !== 'refused')
  if (open.length === 0) return orders.some((part) => part.state === 'refused') ? 'refusedTitle' : 'canceledTitle'
  if (open.every((part) => part.state === 'delivered')) return 'deliveredTitle'
  return method === 'cod' ? 'placedTitle' : 'paidTitle'
}

function GroupSums({ group }: { group: GroupView }) {
  const t = useT(words)
  return (
    <section className="card card-body grid gap-3">
      <h2 className="text-lg">{t('total')}</h2>
      <dl className="grid gap-2">
        <Sum term={t('goods')} dong={group.itemTotal} />
        {group.discountTotal > 0 ? <Sum term={t('discount')} dong={-group.discountTotal} /> : null}
        <Sum term={t('shipping')} dong={group.shippingTotal} />
        <div className="flex items-baseline justify-between gap-4 border-t border-line pt-2 font-semibold">
          <dt>{t('total')}</dt>
          <dd>
            <Price dong={group.total} className="text-xl font-bold" />
          </dd>
        </div>
      </dl>
      <p>
        <span className="text-muted">{t('method')}:</span> {t(group.method)}
      </p>
    </section>
  )
}

function Sum({ term, dong }: { term: string; dong: number }) {
  return (
    <div className="flex justify-between gap-4">
      <dt>{term}</dt>
      <dd>
        <Price dong={dong} />
      </dd>
    </div>
  )
}

/** Another way to pay, cancelling, and where to complain. */
function GroupChanges({ group }: { group: GroupView }) {
  const t = useT(words)
  return (
    <section className="print-hidden grid justify-items-start gap-3">
      {group.canChangeTo.length > 0 ? (
        <>
          <h2 className="text-lg">{t('otherWay')}</h2>
          {group.canChangeTo.map((method) => (
            <form key={method} method="post">
              <input type="hidden" name="method" value={method} />
              <Button look="quiet" name="intent" value="change">
                {t('changeTo', { method: t(method) })}
              </Button>
            </form>
          ))}
        </>
      ) : null}
      {group.canCancel ? <CancelForm orderId={null} label={t('cancelAll')} /> : null}
      <LinkButton look="quiet" to={`/khieu-nai/gui?ve=${encodeURIComponent(group.displayNo)}`}>
        {t('complain')}
      </LinkButton>
    </section>
  )
}
