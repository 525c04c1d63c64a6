import { returns } from '#app/i18n/returns.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoney } from '#app/lib/format.ts'
import type { ReturnView } from '#app/lib/orders/types.ts'
import { Button } from '../button.tsx'
import { Day } from '../day.tsx'
import { TextAreaField } from '../field.tsx'

/** A request as its buyer sees it, with the way back and the way to the operator. */
export function AskedReturn({ request }: { request: ReturnView }) {
  const t = useT(returns)
  const locale = useLocale()
  const amount = formatMoney(request.refundAmount ?? request.goodsAmount + request.freightAmount, locale)
  const undecided = request.state === 'asked' || request.state === 'goods_awaited'
  return (
    <section className="card card-body grid gap-2">
      <p className="font-semibold">
        {t(`reason_${request.reason}`)}: {t(`state_${request.state}`)}
      </p>
      <p className="text-sm text-muted">
        <Day value={request.askedAt} moment />
      </p>
      <ul>
        {request.lines.map((line) => (
          <li key={line.lineId}>
            {line.quantity} × {line.title}
          </li>
        ))}
      </ul>
      {request.state === 'withdrawn' || request.state === 'closed' ? null : (
        <p>{t(request.state === 'refunded' ? 'refunded' : 'wouldRefund', { amount })}</p>
      )}
      {request.answer ? <p>{t('answer', { answer: request.answer })}</p> : null}
      {request.dispute?.decision ? <p>{t('decision', { decision: request.dispute.decision })}</p> : null}
      {undecided ? (
        <form method="post" encType="multipart/form-data">
          <input type="hidden" name="id" value={request.id} />
          <Button look="quiet" name="do" value="withdraw">
            {t('withdraw')}
          </Button>
        </form>
      ) : null}
      {request.state === 'refused' && request.kind === 'return' ? (
        <form method="post" encType="multipart/form-data" className="grid gap-3">
          <input type="hidden" name="id" value={request.id} />
          <TextAreaField name="statement" label={t('statement')} required minLength={10} maxLength={2000} />
          <div>
            <Button name="do" value="dispute">
              {t('dispute')}
            </Button>
          </div>
        </form>
      ) : null}
    </section>
  )
}
