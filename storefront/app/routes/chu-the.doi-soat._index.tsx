import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EmptyState } from '#app/components/empty-state.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Amounts } from '#app/components/statements/amounts.tsx'
import { statements } from '#app/i18n/statements.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoney } from '#app/lib/format.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { ComingPayout, StatementSummary } from '#app/lib/statements/types.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** What comes next, and every month in which something moved. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const answer = await pageData(
    producer.ask<{ months: StatementSummary[]; coming: ComingPayout }>('/producer/statements'),
  )
  const context = requestContext(args)
  const t = serverT(context, statements)
  return { head: deskHead(context, '/chu-the/doi-soat', t('title'), t('lead')), ...answer }
}

export default function StatementsRoute() {
  const t = useT(statements)
  const locale = useLocale()
  const { months, coming } = useLoaderData<typeof loader>()
  return (
    <div className="wrap max-w-[40rem] pb-6">
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="grid gap-6">
        <section className="grid gap-3" aria-label={t('balance')}>
          <Amounts
            rows={[
              { name: t('balance'), amount: coming.balance, strong: true },
              { name: t('payable'), amount: coming.payable },
              { name: t('waiting'), amount: Math.max(0, coming.balance - coming.payable) },
            ]}
          />
          {coming.balance < 0 ? <Notice kind="warning">{t('owes')}</Notice> : null}
          {coming.hold === null ? null : (
            <Notice kind="warning">{t(coming.hold === 'suspended' ? 'holdSuspended' : 'holdAccount')}</Notice>
          )}
          <p className="text-sm text-muted">
            {t('rule', { count: coming.holdDays, min: formatMoney(coming.minAmount, locale) })}
          </p>
        </section>
        {months.length === 0 ? (
          <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
        ) : (
          <section className="grid gap-4" aria-labelledby="months">
            <h2 id="months">{t('months')}</h2>
            <ul className="grid gap-4">
              {months.map(({ month, sold, takenOff, paidOut }) => (
                <li key={month} className="grid gap-2 rounded border border-line p-4">
                  <a
                    className="link inline-flex min-h-11 items-center font-semibold"
                    href={`/chu-the/doi-soat/${month}`}
                  >
                    {t('month', { month: Number(month.slice(5)), year: month.slice(0, 4) })}
                  </a>
                  <Amounts
                    rows={[
                      { name: t('sold'), amount: sold },
                      { name: t('takenOff'), amount: takenOff },
                      { name: t('paidOut'), amount: paidOut },
                    ]}
                  />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  )
}
