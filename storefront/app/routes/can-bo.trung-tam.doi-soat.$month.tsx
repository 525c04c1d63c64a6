import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CentreMenu } from '#app/components/centre/centre-menu.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Amounts } from '#app/components/statements/amounts.tsx'
import { centreStatements } from '#app/i18n/centre-statements.ts'
import { statements } from '#app/i18n/statements.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { atCentre } from '#app/lib/centre/centre-page.server.ts'
import { formatMoment } from '#app/lib/format.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import { CENTRE_PARTS, type CentrePart, type CentreStatement } from '#app/lib/statements/centre-types.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }
export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)
export const headers = privateHeaders

const PATH = '/can-bo/trung-tam/doi-soat'

/** One month of the centre, as the ledger has it. */
export async function loader(args: LoaderFunctionArgs) {
  const { official } = await atCentre(args)
  const path = `/official/centre/statements/${encodeURIComponent(String(args.params.month))}` as const
  const { statement } = await pageData(official.ask<{ statement: CentreStatement }>(path))
  const context = requestContext(args)
  const t = serverT(context, centreStatements)
  const { month } = statement
  const title = `${t('title')} ${month.slice(5)}/${month.slice(0, 4)}`
  return { head: deskHead(context, `${PATH}/${month}`, title, t('lead')), statement }
}

export default function CentreStatementRoute() {
  const t = useT(centreStatements)
  const words = useT(statements)
  const locale = useLocale()
  const { statement } = useLoaderData<typeof loader>()
  const { month, opening, closing, totals, rows } = statement
  const named = (parts: Partial<Record<CentrePart, number>>) =>
    CENTRE_PARTS.flatMap((part) => {
      const amount = parts[part]
      return amount === undefined || amount === 0 ? [] : [{ name: t(`part_${part}`), amount }]
    })
  return (
    <div className="wrap max-w-[44rem] pb-14">
      <CentreMenu />
      <BackLink to={PATH}>{t('title')}</BackLink>
      <PageHeader title={words('month', { month: Number(month.slice(5)), year: month.slice(0, 4) })} lead={t('lead')} />
      <div className="grid gap-6">
        <section className="grid gap-3" aria-labelledby="summary">
          <h2 id="summary">{words('summary')}</h2>
          <Amounts
            rows={[
              { name: words('opening'), amount: opening },
              ...named(totals),
              { name: words('closing'), amount: closing, strong: true },
            ]}
          />
          <p className="flex flex-wrap gap-x-5">
            <a className="link inline-flex min-h-11 items-center" href={`${PATH}/${month}/tai?loai=pdf`}>
              {words('getPdf')}
            </a>
            <a className="link inline-flex min-h-11 items-center" href={`${PATH}/${month}/tai?loai=xlsx`}>
              {words('getXlsx')}
            </a>
          </p>
        </section>
        <section className="grid gap-4" aria-labelledby="orders">
          <h2 id="orders">{words('byOrder')}</h2>
          {rows.length === 0 ? <p>{words('emptyMonth')}</p> : null}
          <ul className="grid gap-4">
            {rows.map((row) => (
              <li key={`${row.orderId} ${row.at}`} className="grid gap-2 rounded border border-line p-4">
                <h3 className="break-words">{row.orderNo ?? words('noOrder')}</h3>
                <p className="text-sm text-muted">{formatMoment(row.at, locale)}</p>
                <Amounts rows={[...named(row.parts), { name: words('net'), amount: row.net, strong: true }]} />
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  )
}
