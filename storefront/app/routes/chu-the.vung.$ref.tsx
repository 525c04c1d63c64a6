import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Button, buttonClass } from '#app/components/button.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { journal } from '#app/i18n/journal.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { communeLabel } from '#app/lib/medusa/commune-label.ts'
import { listCommunes, listProvinces } from '#app/lib/medusa/places.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { areaFields, CERTIFICATE_ROWS, readArea } from '#app/lib/producer/area-form.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { textFields } from '#app/lib/producer/entry-form.ts'
import { refusalIn, refusalText } from '#app/lib/producer/refusal-text.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { findArea } from '#app/lib/producer/source-areas.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** In the address: an area that is not there yet. */
const NEW = 'moi'

/** The form of a source area, `/chu-the/vung/moi` for a new one. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const context = requestContext(args)
  const isNew = args.params.ref === NEW
  const area = isNew ? null : await findArea(producer, args.params.ref ?? '')
  const [desk, provinces] = await pageData(Promise.all([producer.desk(), listProvinces(context)]))
  const provinceCode = area?.place.provinceCode ?? desk.producer.place.provinceCode
  const communes = await pageData(listCommunes(context, provinceCode))
  const t = serverT(context, journal)
  const title = isNew ? t('newArea') : t('areaTitle')
  return {
    head: deskHead(context, '/chu-the/vung', title, t('areasLead')),
    title,
    // Made here, so that a form that is sent twice makes one area.
    ref: area?.ref ?? `vung-${randomUUID()}`,
    fields: area ? areaFields(area) : { provinceCode },
    ticked: area?.productRefs ?? [],
    rows: Math.max(CERTIFICATE_ROWS, (area?.certificates.length ?? 0) + 1),
    products: desk.products.map(({ id, title }) => ({ id, title })),
    provinces: provinces.map(({ code, name }) => ({ code, name })),
    communes: communes.map(communeLabel),
  }
}

export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const context = requestContext(args)
  const t = serverT(context, journal)
  const form = await args.request.formData()
  const fields = textFields(form)
  const ticked = form.getAll('product').map(String)
  const ref = args.params.ref === NEW ? (fields.ref ?? '') : (args.params.ref ?? '')
  const failed = (errors: Record<string, string>, status: number) => data({ fields, ticked, errors, ref }, { status })
  const provinces = await pageData(listProvinces(context))
  const known = provinces.some(({ code }) => code === fields.provinceCode)
  const communes = known ? await pageData(listCommunes(context, fields.provinceCode ?? '')) : []
  const rows = Object.keys(fields).filter((name) => /^cert\d{1,2}-name$/.test(name)).length
  const read = readArea(fields, { products: ticked, rows }, { provinces, communes })
  if (!read.ok) {
    return failed(Object.fromEntries(Object.entries(read.errors).map(([name, key]) => [name, t(key)])), 400)
  }
  try {
    await producer.ask(`/producer/source-areas/${encodeURIComponent(ref)}`, { method: 'PUT', body: read.body })
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
    const away = error.kind === 'unavailable'
    const sentence = away ? t('errorJournalAway') : refusalText(t, context.locale, refusalIn(error.body, error.code))
    return failed({ form: sentence }, error.status)
  }
  return redirect('/chu-the/vung?xong=1', 303)
}

export default function AreaRoute() {
  const t = useT(journal)
  const page = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const fields: Record<string, string> = failed?.fields ?? page.fields
  const ticked = failed?.ticked ?? page.ticked
  const errors = failed?.errors ?? {}
  const text = (name: string) => ({ name, defaultValue: fields[name], error: errors[name] })
  return (
    <div className="wrap max-w-[40rem] pb-6">
      <BackLink to="/chu-the/vung">{t('areasTitle')}</BackLink>
      <PageHeader title={page.title} />
      <Form method="post" className="grid gap-5" noValidate>
        <input type="hidden" name="ref" value={failed?.ref ?? page.ref} />
        <ErrorSummary title={(count) => t('summaryTitle', { count })} errors={errors} />
        <TextField {...text('name')} label={t('areaName')} hint={t('areaNameHint')} maxLength={200} required />
        <SelectField {...text('provinceCode')} label={t('province')} required>
          <option value="">{t('chooseProvince')}</option>
          {page.provinces.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField
          {...text('communeName')}
          label={t('commune')}
          hint={t('communeHint')}
          list="xa-phuong"
          maxLength={100}
          autoComplete="off"
          optional
        />
        <datalist id="xa-phuong">
          {page.communes.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <TextField {...text('legacyName')} label={t('legacyName')} maxLength={200} optional />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField {...text('hectares')} label={t('hectares')} inputMode="decimal" maxLength={20} optional />
          <TextField {...text('growers')} label={t('growers')} inputMode="numeric" maxLength={10} optional />
        </div>
        {page.products.length > 0 ? (
          <fieldset className="grid gap-1">
            <legend className="field-label">{t('areaProducts')}</legend>
            {page.products.map(({ id, title }) => (
              <label key={id} className="flex min-h-11 items-center gap-3">
                <input
                  type="checkbox"
                  className="check"
                  name="product"
                  value={id}
                  defaultChecked={ticked.includes(id)}
                />
                {title}
              </label>
            ))}
          </fieldset>
        ) : null}
        <details
          className="fold"
          open={Boolean(fields['cert0-name']) || Object.keys(errors).some((name) => name.startsWith('cert'))}
        >
          <summary>{t('certificates')}</summary>
          <p className="field-hint">{t('certificatesHint')}</p>
          <div className="grid gap-5 pt-2">
            {Array.from({ length: page.rows }, (_, row) => row).map((row) => (
              <fieldset key={row} className="grid gap-3 rounded border border-line-strong p-4 sm:grid-cols-2">
                <legend className="px-1 font-semibold">{t('certificateN', { n: row + 1 })}</legend>
                <TextField {...text(`cert${row}-name`)} label={t('certificateName', { n: row + 1 })} maxLength={200} />
                <TextField
                  {...text(`cert${row}-number`)}
                  label={t('certificateNumber', { n: row + 1 })}
                  maxLength={100}
                />
                <TextField
                  {...text(`cert${row}-issuer`)}
                  label={t('certificateIssuer', { n: row + 1 })}
                  maxLength={200}
                />
                <TextField
                  {...text(`cert${row}-validTo`)}
                  type="date"
                  label={t('certificateValidTo', { n: row + 1 })}
                />
              </fieldset>
            ))}
          </div>
        </details>
        <div className="flex flex-wrap gap-3">
          <Button large>{t('saveArea')}</Button>
          <a className={buttonClass('quiet', true)} href="/chu-the/vung">
            {t('cancel')}
          </a>
        </div>
      </Form>
    </div>
  )
}
