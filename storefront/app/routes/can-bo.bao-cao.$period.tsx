import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Button, buttonClass } from '#app/components/button.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { SelectField, TextAreaField, TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { FiguresView } from '#app/components/reports/figures-view.tsx'
import { reports } from '#app/i18n/reports.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay, formatMoment } from '#app/lib/format.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { listProvinces } from '#app/lib/medusa/provinces.server.ts'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { periodName } from '#app/lib/reports/period-name.ts'
import type { Release, ReportAnswer } from '#app/lib/reports/types.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'
import { parseForm } from '#app/schemas/form.ts'
import { MEASURES, releaseSchema, targetSchema } from '#app/schemas/report.ts'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** A report, counted now; `?ban=` an edition as it was handed in. `?xong=nop` and `?xong=chi-tieu` say what was just done. */
export async function loader(args: LoaderFunctionArgs) {
  const client = await requireOfficial(args)
  const context = requestContext(args)
  const t = serverT(context, reports)
  const { searchParams } = new URL(args.request.url)
  const edition = Number(searchParams.get('ban') ?? '')
  const period = args.params.period ?? ''
  const search = Number.isInteger(edition) && edition > 0 ? { edition } : {}
  const [answer, provinces, { verbs }] = await pageData(
    Promise.all([
      client.ask<ReportAnswer>(`/official/reports/${encodeURIComponent(period)}`, { search }),
      listProvinces(context),
      client.desk(),
    ]),
  )
  return {
    head: deskHead(context, `/can-bo/bao-cao/${period}`, periodName(t, answer.report.period.key), t('lead')),
    places: Object.fromEntries(provinces.map(({ code, fullName }) => [code, fullName])),
    mayRelease: verbs.includes('report:release'),
    done: searchParams.get('xong'),
    ...answer,
  }
}

/** Hands the report in, or writes a target down. */
export async function action(args: ActionFunctionArgs) {
  const client = await requireOfficial(args)
  const context = requestContext(args)
  const t = serverT(context, reports)
  const period = args.params.period ?? ''
  const path = `/can-bo/bao-cao/${encodeURIComponent(period)}`
  const form = await args.request.formData()
  const targets = form.get('viec') === 'chi-tieu'
  const parsed = parseForm(targets ? targetSchema : releaseSchema, form)
  const say = (key: string) => (Object.hasOwn(reports, key) ? t(key as 'errorTarget') : key)
  if (!parsed.ok) {
    const errors = Object.fromEntries(Object.entries(parsed.errors).map(([field, key]) => [field, say(key)]))
    return data({ values: parsed.values, errors }, { status: 400 })
  }
  try {
    if (targets) {
      const body = { year: Number(period.slice(0, 4)), ...parsed.value }
      await client.ask('/official/plan-targets', { method: 'POST', body })
      return redirect(`${path}?xong=chi-tieu`, 303)
    }
    await client.ask(`/official/reports/${encodeURIComponent(period)}/release`, { method: 'POST', body: parsed.value })
    return redirect(`${path}?xong=nop`, 303)
  } catch (error) {
    if (!(error instanceof ShopError) || error.kind === 'unavailable') throw error
    const values = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
    return data({ values, errors: { [targets ? 'target' : 'note']: error.message } }, { status: error.status })
  }
}

export default function ReportRoute() {
  const t = useT(reports)
  const locale = useLocale()
  const { report, edition, sha256, releases, places, mayRelease, done } = useLoaderData<typeof loader>()
  const last = releases.at(-1)
  const path = `/can-bo/bao-cao/${report.period.key}`
  const search = edition === null ? '' : `?ban=${edition}`
  const where = report.provinceCode === null ? t('country') : report.placeName
  return (
    <div className="wrap pb-14">
      <BackLink to="/can-bo/bao-cao">{t('title')}</BackLink>
      <PageHeader title={`${periodName(t, report.period.key)}: ${where}`}>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <span className="text-muted">{t('due', { day: formatDay(report.period.dueOn, locale) })}</span>
          <span className="print-hidden flex flex-wrap gap-3">
            <a className={buttonClass('quiet', false)} href={`${path}/tai/xlsx${search}`} download>
              {t('download')} XLSX
            </a>
            <a className={buttonClass('quiet', false)} href={`${path}/tai/pdf${search}`} download>
              {t('download')} PDF
            </a>
          </span>
        </p>
      </PageHeader>
      <div className="grid gap-4">
        {done === 'nop' ? (
          <Notice kind="success" live>
            {t('released')}
          </Notice>
        ) : null}
        {done === 'chi-tieu' ? (
          <Notice kind="success" live>
            {t('targetSaved')}
          </Notice>
        ) : null}
        {edition !== null ? (
          <Notice>
            {t('editionShown', { count: edition })}{' '}
            <a className="link" href={path}>
              {t('showLive')}
            </a>
          </Notice>
        ) : last ? (
          <Notice kind={last.sha256 === sha256 ? 'info' : 'warning'}>
            {t(last.sha256 === sha256 ? 'unchanged' : 'changed')}
          </Notice>
        ) : null}
        <FiguresView report={report} places={places} />
        {releases.length > 0 ? <Editions releases={releases} path={path} /> : null}
        {mayRelease && edition === null ? (
          <div className="print-hidden grid gap-4 lg:grid-cols-2">
            <ReleaseForm again={last !== undefined} />
            <TargetForm />
          </div>
        ) : null}
      </div>
    </div>
  )
}

function Editions({ releases, path }: { releases: Release[]; path: string }) {
  const t = useT(reports)
  const locale = useLocale()
  return (
    <section className="card card-body grid gap-3">
      <h2 className="text-lg">{t('editions')}</h2>
      <ol className="grid gap-3">
        {releases.map((release) => (
          <li key={release.edition} className="grid gap-0.5 border-t border-line pt-3 first:border-0 first:pt-0">
            <p>
              <a className="link inline-flex min-h-11 items-center" href={`${path}?ban=${release.edition}`}>
                {t('edition', { count: release.edition })}
              </a>{' '}
              · {t(release.late ? 'handedInLate' : 'handedIn', { when: formatMoment(release.releasedAt, locale) })}
            </p>
            <p className="text-sm text-muted">{t('by', { name: release.releasedBy })}</p>
            {release.note === '' ? null : <p className="text-sm">{release.note}</p>}
            <p className="break-all text-xs text-muted">{t('digest', { digest: release.sha256 })}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function ReleaseForm({ again }: { again: boolean }) {
  const t = useT(reports)
  const failed = useActionData<typeof action>()
  return (
    <Form method="post" className="card card-body grid content-start gap-4" noValidate>
      <h2 className="text-lg">{t('releaseTitle')}</h2>
      <p className="text-muted">{t('releaseLead')}</p>
      {again ? (
        <TextAreaField
          name="note"
          label={t('releaseNote')}
          error={failed?.errors.note}
          defaultValue={failed?.values.note}
          maxLength={500}
          rows={2}
          required
        />
      ) : (
        <input type="hidden" name="note" value="" />
      )}
      <div>
        <Button>{t(again ? 'releaseAgain' : 'release')}</Button>
      </div>
    </Form>
  )
}

function TargetForm() {
  const t = useT(reports)
  const failed = useActionData<typeof action>()
  const field = (name: string) => ({ name, error: failed?.errors[name], defaultValue: failed?.values[name] })
  return (
    <Form method="post" className="card card-body grid content-start gap-4" noValidate>
      <h2 className="text-lg">{t('targetTitle')}</h2>
      <p className="text-muted">{t('targetLead')}</p>
      <input type="hidden" name="viec" value="chi-tieu" />
      <SelectField {...field('measure')} label={t('measure')}>
        {MEASURES.map((measure) => (
          <option key={measure} value={measure}>
            {t(`measure_${measure}`)}
          </option>
        ))}
      </SelectField>
      <TextField {...field('target')} label={t('targetValue')} inputMode="numeric" maxLength={7} required />
      <TextField {...field('place')} label={t('targetPlace')} hint={t('targetPlaceHint')} maxLength={120} optional />
      <TextField {...field('source')} label={t('targetSource')} maxLength={300} required />
      <div>
        <Button look="quiet">{t('targetSave')}</Button>
      </div>
    </Form>
  )
}
