import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { CentreMenu } from '#app/components/centre/centre-menu.tsx'
import { SalesByProducer } from '#app/components/centre/sales-by-producer.tsx'
import { TextField } from '#app/components/field.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { centre } from '#app/i18n/centre.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { atCentre } from '#app/lib/centre/centre-page.server.ts'
import type { ProducerSales } from '#app/lib/centre/types.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }
export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)
export const headers = privateHeaders

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** `?tu=&den=` days, both included; this month unless told otherwise. */
export async function loader(args: LoaderFunctionArgs) {
  const { official } = await atCentre(args)
  const { searchParams } = new URL(args.request.url)
  const { today } = await pageData(official.desk())
  const day = (name: string, otherwise: string) => {
    const given = searchParams.get(name) ?? ''
    return DAY.test(given) && !Number.isNaN(Date.parse(given)) ? given : otherwise
  }
  const [from, to] = [day('tu', `${today.slice(0, 8)}01`), day('den', today)]
  const { sales } = await pageData(
    official.ask<{ sales: ProducerSales[] }>('/official/centre/sales-report', { search: { from, to } }),
  )
  const context = requestContext(args)
  const t = serverT(context, centre)
  return { head: deskHead(context, '/can-bo/trung-tam/doanh-so', t('report'), t('reportLead')), from, to, sales }
}

export default function SalesReportRoute() {
  const t = useT(centre)
  const { from, to, sales } = useLoaderData<typeof loader>()
  const file = (format: string) =>
    `/can-bo/trung-tam/doanh-so/tai?${new URLSearchParams({ tu: from, den: to, loai: format })}`
  return (
    <div className="wrap grid max-w-[60rem] gap-6 pb-14">
      <div>
        <CentreMenu />
        <PageHeader title={t('report')} lead={t('reportLead')} />
      </div>
      <form method="get" className="flex flex-wrap items-end gap-3">
        <TextField name="tu" label={t('fromDay')} type="date" defaultValue={from} />
        <TextField name="den" label={t('toDay')} type="date" defaultValue={to} />
        <Button look="quiet">{t('show')}</Button>
      </form>
      {sales.length === 0 ? (
        <p>{t('noReport')}</p>
      ) : (
        <>
          <SalesByProducer sales={sales} />
          <p className="flex gap-5">
            <a className="link inline-flex min-h-11 items-center" href={file('csv')}>
              CSV
            </a>
            <a className="link inline-flex min-h-11 items-center" href={file('xlsx')}>
              XLSX
            </a>
          </p>
        </>
      )}
    </div>
  )
}
