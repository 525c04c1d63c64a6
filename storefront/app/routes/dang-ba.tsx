import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { RegisterList } from '#app/components/register/register-list.tsx'
import { register } from '#app/i18n/register.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { env } from '#app/lib/env.server.ts'
import { formatDay } from '#app/lib/format.ts'
import { listProvinces } from '#app/lib/medusa/provinces.server.ts'
import { readRegister } from '#app/lib/medusa/register.server.ts'
import { REGISTER_SECTORS, REGISTER_STATUSES, type RegisterStatus } from '#app/lib/medusa/register-types.ts'
import { pageHeaders } from '#app/lib/page-headers.server.ts'
import { type PageHead, pageMeta } from '#app/lib/page-meta.ts'
import { isWhole, parseRegisterQuery, registerHref } from '#app/lib/register-query.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

/** A form, a list and links: a page of record loads no scripts. */
export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = pageHeaders('catalogue')

export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const query = parseRegisterQuery(new URL(args.request.url).searchParams)
  const [page, provinces] = await pageData(Promise.all([readRegister(context, query), listProvinces(context)]))
  const t = serverT(context, register)
  const head: PageHead = {
    title: t('title'),
    description: t('description'),
    locale: context.locale,
    url: `${env().STOREFRONT_URL}${registerHref(query)}`,
    index: isWhole(query),
  }
  return { head, query, page, provinces: provinces.map(({ code, name, nameEn }) => ({ code, name, nameEn })) }
}

const SHORT = {
  valid: 'valid',
  transitional: 'transitionalShort',
  suspended: 'suspended',
  revoked: 'revokedShort',
  expired: 'expired',
  not_yet_valid: 'not_yet_valid',
} as const satisfies Record<RegisterStatus, keyof typeof register>

export default function RegisterPage() {
  const { query, page, provinces } = useLoaderData<typeof loader>()
  const t = useT(register)
  const locale = useLocale()
  const whole = isWhole(query)
  return (
    <div className="wrap pb-14">
      <Breadcrumbs crumbs={[{ label: t('title'), to: '/dang-ba' }]} />
      <PageHeader title={t('title')} lead={t('lead')} />
      <Form
        key={registerHref(query)}
        role="search"
        className="print-hidden grid gap-3 pb-6 sm:grid-cols-2 lg:grid-cols-3"
      >
        <TextField
          className="sm:col-span-2 lg:col-span-3"
          label={t('search')}
          name="q"
          type="search"
          defaultValue={query.q}
          maxLength={200}
        />
        <SelectField label={t('province')} name="tinh" defaultValue={query.province ?? ''}>
          <option value="">{t('allProvinces')}</option>
          {provinces.map(({ code, name, nameEn }) => (
            <option key={code} value={code}>
              {locale === 'en' ? nameEn : name}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('stars')} name="sao" defaultValue={query.stars ?? ''}>
          <option value="">{t('all')}</option>
          {[5, 4, 3].map((stars) => (
            <option key={stars} value={stars}>
              {t('starsOf', { stars })}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('status')} name="tinh-trang" defaultValue={query.status ?? ''}>
          <option value="">{t('all')}</option>
          {REGISTER_STATUSES.map((status) => (
            <option key={status} value={status}>
              {t(SHORT[status])}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('sector')} name="nhom" defaultValue={query.sector ?? ''}>
          <option value="">{t('all')}</option>
          {REGISTER_SECTORS.map((sector) => (
            <option key={sector} value={sector}>
              {t(sector)}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('year')} name="nam" defaultValue={query.year ?? ''}>
          <option value="">{t('all')}</option>
          {page.years.map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </SelectField>
        <div className="flex flex-wrap items-end gap-3">
          <Button>{t('show')}</Button>
          {whole ? null : (
            <Link className="link inline-flex min-h-11 items-center" to="/dang-ba">
              {t('clear')}
            </Link>
          )}
        </div>
      </Form>
      <div className="flex flex-wrap items-center justify-between gap-x-6 pb-4">
        <p role="status" className="tabular">
          <strong>{t('count', { count: page.total })}</strong>{' '}
          <span className="text-muted">· {t('asOf', { date: formatDay(page.day, locale) })}</span>
        </p>
        {page.total > 0 ? (
          <p className="print-hidden flex flex-wrap items-center gap-x-3">
            {t('download')}:
            <a
              className="link inline-flex min-h-11 items-center"
              href={registerHref({ ...query, after: null }, '/dang-ba.csv')}
              download
            >
              {t('downloadCsv')}
            </a>
            <a
              className="link inline-flex min-h-11 items-center"
              href={registerHref({ ...query, after: null }, '/dang-ba.json')}
              download
            >
              {t('downloadJson')}
            </a>
          </p>
        ) : null}
      </div>
      {page.items.length > 0 ? (
        <>
          <h2 className="sr-only">{t('list')}</h2>
          <RegisterList entries={page.items} withDecision />
        </>
      ) : (
        <EmptyState title={t('none')} actions={<LinkButton to="/dang-ba">{t('clear')}</LinkButton>}>
          <p>{t('noneText')}</p>
        </EmptyState>
      )}
      {page.next !== null || query.after !== null ? (
        <nav aria-label={t('pages')} className="print-hidden mt-8 flex flex-wrap justify-center gap-2">
          {query.after === null ? null : (
            <Link className="chip" to={registerHref({ ...query, after: null })}>
              {t('first')}
            </Link>
          )}
          {page.next === null ? null : (
            <Link className="chip" to={registerHref({ ...query, after: page.next })} rel="next">
              {t('next')} →
            </Link>
          )}
        </nav>
      ) : null}
      <p className="max-w-[70ch] pt-8 text-sm text-muted">{t('notOfficial')}</p>
    </div>
  )
}
