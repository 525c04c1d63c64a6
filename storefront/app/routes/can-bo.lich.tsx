import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Day } from '#app/components/day.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { DutyList } from '#app/components/official/duty-list.tsx'
import { MonthTable } from '#app/components/official/month-table.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { officialCalendar } from '#app/i18n/official-calendar.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { monthPlus, readMonth } from '#app/lib/official/month-weeks.ts'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import type { MonthCalendar } from '#app/lib/official/types.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

const PATH = '/can-bo/lich'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** `?thang=` is the month to show, yyyy-mm; without it the one of today. */
export async function loader(args: LoaderFunctionArgs) {
  const client = await requireOfficial(args)
  const asked = readMonth(new URL(args.request.url).searchParams.get('thang'))
  const search: Record<string, string> = asked ? { month: asked } : {}
  const calendar = await pageData(client.ask<MonthCalendar>('/official/calendar', { search }))
  const context = requestContext(args)
  const t = serverT(context, officialCalendar)
  return { head: deskHead(context, PATH, t('title'), t('lead')), calendar, monthValid: asked !== null }
}

export default function OfficialCalendarRoute() {
  const t = useT(officialCalendar)
  const locale = useLocale()
  const { calendar, monthValid } = useLoaderData<typeof loader>()
  const { month, today, days, duties, whole } = calendar
  const [year = '', of = ''] = month.split('-')
  const named = days.filter(({ holiday, workedInstead }) => holiday !== null || workedInstead)
  const title = t('month', { month: of, year })
  return (
    <div className="wrap grid max-w-[60rem] gap-8 pb-14">
      <div>
        <PageHeader title={t('title')} lead={t('lead')} />
        <div className="grid gap-3 pb-4 empty:hidden">
          {monthValid ? null : (
            <Notice kind="warning" live>
              {t('monthInvalid')}
            </Notice>
          )}
          {whole ? null : <Notice kind="warning">{t('notWhole')}</Notice>}
          {days.some(({ working }) => working === null) ? (
            <Notice kind="warning">{t('holidaysMissing', { year })}</Notice>
          ) : null}
        </div>
        <div className="flex flex-wrap items-center justify-between gap-3 pb-3">
          <h2>{title}</h2>
          <nav aria-label={t('title')} className="flex flex-wrap gap-2">
            <LinkButton look="quiet" reloadDocument to={`${PATH}?thang=${monthPlus(month, -1)}`}>
              {t('previous')}
            </LinkButton>
            {today.startsWith(month) ? null : (
              <LinkButton look="quiet" reloadDocument to={PATH}>
                {t('thisMonth')}
              </LinkButton>
            )}
            <LinkButton look="quiet" reloadDocument to={`${PATH}?thang=${monthPlus(month, 1)}`}>
              {t('next')}
            </LinkButton>
          </nav>
        </div>
        <MonthTable caption={title} days={days} duties={duties} today={today} />
      </div>
      <section className="grid gap-3" aria-labelledby="toi-han">
        <h2 id="toi-han">{t('dueTitle')}</h2>
        {duties.length === 0 ? (
          <p className="text-muted">{t('nothingDue')}</p>
        ) : (
          <DutyList duties={duties} today={today} />
        )}
      </section>
      <section className="grid gap-3" aria-labelledby="ngay-nghi">
        <h2 id="ngay-nghi">{t('offTitle')}</h2>
        {named.length === 0 ? (
          <p className="text-muted">{t('noHolidays')}</p>
        ) : (
          <ul className="grid gap-1">
            {named.map(({ day, holiday }) => (
              <li key={day}>
                <Day value={day} />: {holiday === null ? t('worked') : holiday[locale]}
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}
