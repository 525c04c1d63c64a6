import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { ChipLink } from '#app/components/chip-link.tsx'
import { SelectField } from '#app/components/field.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { FiguresView } from '#app/components/reports/figures-view.tsx'
import { figures } from '#app/i18n/figures.ts'
import { reports } from '#app/i18n/reports.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { env } from '#app/lib/env.server.ts'
import { publicAnswer } from '#app/lib/medusa/answer-cache.server.ts'
import { listProvinces } from '#app/lib/medusa/provinces.server.ts'
import { pageHeaders } from '#app/lib/page-headers.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { isPeriodKey, periodName } from '#app/lib/reports/period-name.ts'
import type { ProgrammeReport } from '#app/lib/reports/types.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

/** Tables and a form only: a page of record loads no scripts. */
export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = pageHeaders('catalogue')

const FIRST_YEAR = 2018

/** `?ky=` a month or a year (this year without it), `?tinh=` a province (the country without it). */
export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, reports)
  const { searchParams } = new URL(args.request.url)
  const [period, province] = [searchParams.get('ky') ?? '', searchParams.get('tinh') ?? '']
  const [{ report }, provinces] = await pageData(
    Promise.all([
      publicAnswer<{ report: ProgrammeReport }>(context, '/store/programme-figures', {
        ...(isPeriodKey(period) ? { period } : {}),
        ...(province === '' ? {} : { province }),
      }),
      listProvinces(context),
    ]),
  )
  const plain = period === '' && province === ''
  return data({
    head: {
      ...{ title: t('publicTitle'), description: t('publicLead'), locale: context.locale },
      ...{ url: `${env().STOREFRONT_URL}/so-lieu/chuong-trinh`, index: plain },
    },
    report,
    provinces: provinces.map(({ code, fullName }) => ({ code, fullName })),
  })
}

export default function ProgrammeFiguresRoute() {
  const t = useT(reports)
  const open = useT(figures)
  const { report, provinces } = useLoaderData<typeof loader>()
  const places = Object.fromEntries(provinces.map(({ code, fullName }) => [code, fullName]))
  const where = report.provinceCode === null ? t('country') : report.placeName
  return (
    <div className="wrap pb-14">
      <Breadcrumbs
        crumbs={[
          { label: open('title'), to: '/so-lieu' },
          { label: t('publicTitle'), to: '/so-lieu/chuong-trinh' },
        ]}
      />
      <PageHeader
        title={`${where}, ${periodName(t, report.period.key).toLocaleLowerCase('vi')}`}
        lead={t('publicLead')}
      />
      <nav aria-label={open('title')} className="print-hidden flex flex-wrap gap-2 pb-4">
        <ChipLink to="/so-lieu">{t('documents')}</ChipLink>
        <ChipLink to="/so-lieu/chuong-trinh" current>
          {t('counted')}
        </ChipLink>
      </nav>
      <form
        method="get"
        action="/so-lieu/chuong-trinh"
        className="print-hidden grid gap-4 pb-6 sm:grid-cols-[1fr_1fr_auto] sm:items-end"
      >
        <SelectField name="tinh" label={t('place')} defaultValue={report.provinceCode ?? ''}>
          <option value="">{t('country')}</option>
          {provinces.map(({ code, fullName }) => (
            <option key={code} value={code}>
              {fullName}
            </option>
          ))}
        </SelectField>
        <SelectField name="ky" label={t('period')} defaultValue={report.period.key}>
          {periodsUntil(report.asOf, report.period.key).map((key) => (
            <option key={key} value={key}>
              {periodName(t, key)}
            </option>
          ))}
        </SelectField>
        <Button>{t('show')}</Button>
      </form>
      <FiguresView report={report} places={places} />
    </div>
  )
}

/** Years since the programme began and the months of the year shown, newest first. */
function periodsUntil(asOf: string, shown: string): string[] {
  const now = new Date().getUTCFullYear()
  const years = Array.from({ length: now - FIRST_YEAR + 1 }, (_, back) => String(now - back))
  const year = shown.slice(0, 4)
  const last = asOf.startsWith(year) && shown.length === 4 ? Number(asOf.slice(5, 7)) : 12
  const months = Array.from({ length: last }, (_, at) => `${year}-${String(last - at).padStart(2, '0')}`)
  return years.flatMap((each) => (each === year ? [each, ...months] : [each]))
}
