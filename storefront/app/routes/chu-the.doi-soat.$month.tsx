import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Amounts } from '#app/components/statements/amounts.tsx'
import { statements } from '#app/i18n/statements.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoment } from '#app/lib/format.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import { STATEMENT_PARTS, type Statement } from '#app/lib/statements/types.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** One month, as the ledger has it. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const path = `/producer/statements/${encodeURIComponent(String(args.params.month))}` as const
  const { statement } = await pageData(producer.ask<{ statement: Statement }>(path))
  const context = requestContext(args)
  const t = serverT(context, statements)
  const { month } = statement
  const title = `${t('title')} ${month.slice(5)}/${month.slice(0, 4)}`
  return { head: deskHead(context, `/chu-the/doi-soat/${month}`, title, t('lead')), statement }
}

export default function StatementRoute() {
  const t = useT(statements)
  const locale = useLocale()
  const { statement } = useLoaderData<typeof loader>()
  const { month, opening, closing, totals, rows } = statement
  const named = (parts: Partial<Record<(typeof STATEMENT_PARTS)[number], number>>) =>
    STATEMENT_PARTS.flatMap((part) => {
      const amount = parts[part]
      return amount === undefined || amount === 0 ? [] : [{ name: t(`part_${part}`), amount }]
    })
  const file = `/chu-the/doi-soat/${month}/tai`
  return (
    <div className="wrap max-w-[40rem] pb-6">
      <BackLink to="/chu-the/doi-soat">{t('title')}</BackLink>
      <PageHeader title={t('month', { month: Number(month.slice(5)), year: month.slice(0, 4) })} lead={t('lead')} />
      <div className="grid gap-6">
        <section className="grid gap-3" aria-labelledby="summary">
          <h2 id="summary">{t('summary')}</h2>
          <Amounts
            rows={[
              { name: t('opening'), amount: opening },
              ...named(totals),
              { name: t('closing'), amount: closing, strong: true },
            ]}
          />
          <p className="flex flex-wrap gap-x-5">
            <a className="link inline-flex min-h-11 items-center" href={`${file}?loai=pdf`}>
              {t('getPdf')}
            </a>
            <a className="link inline-flex min-h-11 items-center" href={`${file}?loai=xlsx`}>
              {t('getXlsx')}
            </a>
          </p>
        </section>
        <section className="grid gap-4" aria-labelledby="orders">
          <h2 id="orders">{t('byOrder')}</h2>
          {rows.length === 0 ? <p>{t('emptyMonth')}</p> : null}
          <ul className="grid gap-4">
            {rows.map((row) => (
              <li key={`${row.orderId} ${row.at}`} className="grid gap-2 rounded border border-line p-4">
                <h3 className="break-words">{row.orderNo ?? t('noOrder')}</h3>
                <p className="text-sm text-muted">{formatMoment(row.at, locale)}</p>
                <Amounts rows={[...named(row.parts), { name: t('net'), amount: row.net, strong: true }]} />
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  )
}
