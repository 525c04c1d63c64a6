import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageHeader } from '#app/components/page-header.tsx'
import { PlainLink } from '#app/components/plain-link.tsx'
import { reports } from '#app/i18n/reports.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay, formatMoment } from '#app/lib/format.ts'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { periodName } from '#app/lib/reports/period-name.ts'
import type { ReportsAnswer } from '#app/lib/reports/types.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** The periods one may report on, with what was handed in. */
export async function loader(args: LoaderFunctionArgs) {
  const client = await requireOfficial(args)
  const answer = await pageData(client.ask<ReportsAnswer>('/official/reports'))
  const context = requestContext(args)
  const t = serverT(context, reports)
  return { head: deskHead(context, '/can-bo/bao-cao', t('title'), t('lead')), ...answer }
}

export default function ReportsRoute() {
  const t = useT(reports)
  const { placeName, periods, today } = useLoaderData<typeof loader>()
  return (
    <div className="wrap max-w-[48rem] pb-14">
      <PageHeader title={`${t('title')}: ${placeName ?? t('country')}`} lead={t('lead')} />
      <ul className="grid gap-3">
        {periods.map((period) => (
          <PeriodItem key={period.key} period={period} today={today} />
        ))}
      </ul>
    </div>
  )
}

function PeriodItem({ period, today }: { period: ReportsAnswer['periods'][number]; today: string }) {
  const t = useT(reports)
  const locale = useLocale()
  const last = period.releases.at(-1)
  const late = !last && period.dueOn < today
  return (
    <li className="card card-body flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
      <div>
        <h2 className="text-lg">
          <PlainLink to={`/can-bo/bao-cao/${period.key}`}>{periodName(t, period.key)}</PlainLink>
        </h2>
        <p className={late ? 'font-semibold text-warn' : 'text-muted'}>
          {last
            ? t(last.late ? 'handedInLate' : 'handedIn', { when: formatMoment(last.releasedAt, locale) })
            : t(late ? 'overdue' : 'due', { day: formatDay(period.dueOn, locale) })}
        </p>
      </div>
      <p className="text-sm text-muted">
        {last ? t('edition', { count: last.edition }) : t('notHandedIn')}
        {period.stretch.to >= today ? ` · ${t('running')}` : ''}
      </p>
    </li>
  )
}
