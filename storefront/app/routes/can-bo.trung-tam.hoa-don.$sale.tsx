import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { SampleNote } from '#app/components/sample-note.tsx'
import { centre } from '#app/i18n/centre.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { atCentre } from '#app/lib/centre/centre-page.server.ts'
import type { CounterSale } from '#app/lib/centre/types.ts'
import { formatMoment, formatMoney } from '#app/lib/format.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }
export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)
export const headers = privateHeaders

export async function loader(args: LoaderFunctionArgs) {
  const { official } = await atCentre(args)
  const id = encodeURIComponent(args.params.sale ?? '')
  const { sale } = await pageData(official.ask<{ sale: CounterSale }>(`/official/centre/sales/${id}`))
  const context = requestContext(args)
  return {
    head: deskHead(
      context,
      `/can-bo/trung-tam/hoa-don/${sale.id}`,
      serverT(context, centre)('receiptTitle'),
      sale.number,
    ),
    sale,
  }
}

/** A receipt as narrow as the roll of a receipt printer (80 mm), which an A6 sheet holds too. */
export default function ReceiptRoute() {
  const t = useT(centre)
  const locale = useLocale()
  const { sale } = useLoaderData<typeof loader>()
  const money = (dong: number) => formatMoney(dong, locale)
  return (
    <div className="wrap grid justify-items-center gap-3 pb-14">
      <BackLink to={`/can-bo/trung-tam/${sale.shopId}/quay`}>{t('till')}</BackLink>
      <article className="grid w-[72mm] max-w-full gap-2 text-sm">
        <h1 className="text-center text-base font-semibold">{sale.shopName}</h1>
        <p className="text-center">
          {t('receiptTitle')} {sale.number}
          <br />
          {formatMoment(sale.soldAt, locale)} · {sale.sellerName}
        </p>
        {sale.sample ? <SampleNote /> : null}
        {sale.state === 'voided' ? (
          <p className="text-center font-semibold">
            {t('voided')}: {sale.voidReason}
          </p>
        ) : null}
        <ul className="grid gap-1">
          {sale.lines.map((line) => (
            <li key={`${line.title} ${line.lotNo} ${line.quantity}`} className="grid grid-cols-[1fr_auto] gap-x-2">
              <span>
                {line.title}
                {line.stars === null ? '' : ` (${t('star', { stars: line.stars })})`}
              </span>
              <span className="tabular">{money(line.amount)}</span>
              <span className="tabular text-muted">
                {line.quantity} × {money(line.unitPrice)}
                {line.lotNo === '' ? '' : ` · ${t('lot')} ${line.lotNo}`}
              </span>
            </li>
          ))}
        </ul>
        <p className="flex justify-between font-semibold">
          <span>{t('total')}</span>
          <span className="tabular">{money(sale.total)}</span>
        </p>
        <p className="flex justify-between">
          <span>{t(sale.method)}</span>
          <span className="tabular">{sale.tendered === null ? sale.bankReference : money(sale.tendered)}</span>
        </p>
        {sale.change === null ? null : (
          <p className="flex justify-between">
            <span>{t('change')}</span>
            <span className="tabular">{money(sale.change)}</span>
          </p>
        )}
        <p className="text-center">{t('thanks')}</p>
      </article>
    </div>
  )
}
