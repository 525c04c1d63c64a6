import { returns } from '#app/i18n/returns.ts'
import { sellerOrders } from '#app/i18n/seller-orders.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoney } from '#app/lib/format.ts'
import type { ReturnView } from '#app/lib/orders/types.ts'
import { Button } from '../button.tsx'
import { TextAreaField } from '../field.tsx'
import { HiddenDo } from './hidden-do.tsx'

/** What a buyer asks of an order, and the producer's three answers. */
export function RequestCard({ request }: { request: ReturnView }) {
  const t = useT(sellerOrders)
  const words = useT(returns)
  const locale = useLocale()
  const open = request.state === 'asked' || request.state === 'goods_awaited'
  const amount = formatMoney(request.refundAmount ?? request.goodsAmount + request.freightAmount, locale)
  return (
    <section className="card card-body grid gap-3">
      <h3 className="text-base">
        {t(`kind_${request.kind}`)}: {words(`state_${request.state}`)}
      </h3>
      <ul>
        {request.lines.map((line) => (
          <li key={line.lineId}>
            {line.quantity} × {line.title}
          </li>
        ))}
      </ul>
      <p>
        {words(`reason_${request.reason}`)}
        {request.note ? `: ${request.note}` : ''}
      </p>
      {request.photos.length > 0 ? (
        <p className="flex flex-wrap gap-3">
          {request.photos.map((file, at) => (
            <a
              key={file}
              className="link inline-flex min-h-11 items-center"
              href={`/chu-the/anh-khach?${new URLSearchParams({ yc: request.id, tep: file })}`}
            >
              {t('photo', { no: String(at + 1) })}
            </a>
          ))}
        </p>
      ) : null}
      <p className="font-semibold">
        {request.state === 'refunded' ? words('refunded', { amount }) : t('amountAsked', { amount })}
      </p>
      {request.answer ? <p className="text-muted">{request.answer}</p> : null}
      {open ? (
        <form method="post" className="grid gap-3">
          <input type="hidden" name="id" value={request.id} />
          <TextAreaField name="answer" label={t('answerLabel')} hint={t('answerHint')} maxLength={1000} optional />
          <div className="flex flex-wrap gap-3">
            <Button name="do" value="accept">
              {t('accept')}
            </Button>
            {request.kind === 'return' && request.state === 'asked' ? (
              <Button look="quiet" name="do" value="goods-back">
                {t('goodsBack')}
              </Button>
            ) : null}
            <Button look="quiet" name="do" value="refuse-request">
              {t('refuseRequest')}
            </Button>
          </div>
        </form>
      ) : null}
      {request.state === 'refunded' && request.kind === 'return' && request.receivedAt === null ? (
        <form method="post" className="grid gap-2">
          <HiddenDo what="received" id={request.id} />
          <p className="font-semibold">{t('takenBackTitle')}</p>
          <div className="flex flex-wrap gap-3">
            <Button name="sellable" value="yes">
              {t('backSellable')}
            </Button>
            <Button name="sellable" value="no" look="quiet">
              {t('backSpoilt')}
            </Button>
          </div>
        </form>
      ) : null}
    </section>
  )
}
