import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { fieldId, TextAreaField, TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { StayDays } from '#app/components/stay/stay-days.tsx'
import { catalogue } from '#app/i18n/catalogue.ts'
import { stays as words } from '#app/i18n/stays.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { env } from '#app/lib/env.server.ts'
import { newFormToken, readFormToken } from '#app/lib/form-token.server.ts'
import { formatDay } from '#app/lib/format.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import { askStay, readStayForm } from '#app/lib/stays/stays.server.ts'
import type { PageHandle } from '#app/root.tsx'
import { parseForm } from '#app/schemas/form.ts'
import { askStaySchema, STAY_LIMITS } from '#app/schemas/stay.ts'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, words)
  const form = await pageData(readStayForm(context, args.params.handle ?? ''))
  const { product, producer } = form
  return {
    head: {
      title: t('askTitle', { product: product.title }),
      description: t('askLead', { producer: producer.name }),
      locale: context.locale,
      url: `${env().STOREFRONT_URL}/san-pham/${product.handle}/hoi-dat`,
      index: false,
    },
    crumbs: [
      { label: serverT(context, catalogue)('title'), to: '/san-pham' },
      { label: product.title, to: `/san-pham/${product.handle}` },
      { label: t('ask'), to: `/san-pham/${product.handle}/hoi-dat` },
    ],
    form,
    token: newFormToken(new Date()),
  }
}

/** Sends the question and leads to its page. What was refused comes back with all that was typed; programs are kept out as with complaints. */
export async function action(args: ActionFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, words)
  const form = await args.request.formData()
  const parsed = parseForm(askStaySchema, form)
  const values = Object.fromEntries(
    Object.keys(askStaySchema.shape).map((name) => [name, String(form.get(name) ?? '').slice(0, 1_500)]),
  )
  const now = new Date()
  const tokenText = String(form.get('token') ?? '')
  const token = readFormToken(tokenText, now)
  const nextToken = token.ok || token.reason === 'too_fast' ? tokenText : newFormToken(now)
  const failed = (errors: Record<string, string>, status: number) =>
    data({ token: nextToken, values, errors }, { status })
  if (!token.ok || form.get('website')) {
    return failed({ form: t(token.ok || token.reason === 'stale' ? 'errorStale' : 'errorTooFast') }, 400)
  }
  if (!parsed.ok) {
    const told = Object.entries(parsed.errors).map(([field, key]) => [field, t(key as 'errorName')])
    return failed(Object.fromEntries(told), 400)
  }
  if (parsed.value.phone === null && parsed.value.email === null) return failed({ phone: t('errorContact') }, 400)
  try {
    const asked = await askStay(context, { ...parsed.value, requestKey: token.key, handle: args.params.handle ?? '' })
    return redirect(`/hoi-dat/${asked.id}?t=${encodeURIComponent(asked.token)}&xong=gui`, 303)
  } catch (error) {
    if (!(error instanceof ShopError) || error.kind === 'not_found') throw error
    if (error.kind === 'too_many') return failed({ form: t('errorTooMany') }, 429)
    if (error.kind === 'unavailable') return failed({ form: t('errorAway') }, 503)
    const field = error.field !== null && Object.hasOwn(askStaySchema.shape, error.field) ? error.field : 'form'
    return failed({ [field]: error.message }, error.status)
  }
}

export default function AskStayRoute() {
  const t = useT(words)
  const { crumbs, form, token } = useLoaderData<typeof loader>()
  const locale = useLocale()
  const failed = useActionData<typeof action>()
  const values: Record<string, string> = failed?.values ?? { adults: '2', children: '0' }
  const errors: Record<string, string> = failed?.errors ?? {}
  const days = { type: 'date', min: form.today, max: form.lastDay, required: true } as const
  return (
    <div className="wrap max-w-[46rem] pb-14">
      <Breadcrumbs crumbs={crumbs} />
      <PageHeader
        title={t('askTitle', { product: form.product.title })}
        lead={t('askLead', { producer: form.producer.name })}
      />
      <form method="post" className="grid gap-6" noValidate>
        <ErrorSummary title={(count) => t('errorTitle', { count })} errors={errors} />
        <Notice title={t('payTitle')}>
          <p>{t('payText')}</p>
        </Notice>
        <input type="hidden" name="token" value={failed?.token ?? token} />
        <p hidden>
          <label>
            {t('trap')} <input name="website" tabIndex={-1} autoComplete="off" />
          </label>
        </p>
        {form.closed.length > 0 ? (
          <details className="card card-body" open={form.closed.length <= 6}>
            <summary className="min-h-11 cursor-pointer font-semibold">{t('closedTitle')}</summary>
            <ul className="grid gap-1 pt-2">
              {form.closed.map((range) => (
                <li key={range.fromDay}>
                  <StayDays days={range} />
                </li>
              ))}
            </ul>
          </details>
        ) : null}
        <div className="grid items-start gap-6 sm:grid-cols-2">
          <TextField
            {...days}
            name="fromDay"
            label={t('fromDay')}
            hint={t('fromDayHint', { day: formatDay(form.lastDay, locale) })}
            error={errors.fromDay}
            defaultValue={values.fromDay}
          />
          <TextField
            {...days}
            name="toDay"
            label={t('toDay')}
            hint={t('toDayHint', { nights: form.mostNights })}
            error={errors.toDay}
            defaultValue={values.toDay}
          />
          <TextField
            name="adults"
            label={t('adults')}
            error={errors.adults}
            defaultValue={values.adults}
            inputMode="numeric"
            maxLength={3}
            autoComplete="off"
            required
          />
          <TextField
            name="children"
            label={t('children')}
            error={errors.children}
            defaultValue={values.children}
            inputMode="numeric"
            maxLength={3}
            autoComplete="off"
          />
        </div>
        <fieldset className="grid gap-6">
          <legend className="pb-3 text-lg font-semibold">{t('contactTitle')}</legend>
          <p className="text-muted">{t('contactText')}</p>
          <TextField
            name="name"
            label={t('name')}
            error={errors.name}
            defaultValue={values.name}
            autoComplete="name"
            maxLength={STAY_LIMITS.name}
            required
          />
          <div className="grid items-start gap-6 sm:grid-cols-2">
            <TextField
              name="phone"
              type="tel"
              label={t('phone')}
              error={errors.phone}
              defaultValue={values.phone}
              autoComplete="tel"
              maxLength={STAY_LIMITS.phone}
            />
            <TextField
              name="email"
              type="email"
              label={t('email')}
              error={errors.email}
              defaultValue={values.email}
              autoComplete="email"
              maxLength={STAY_LIMITS.email}
            />
          </div>
        </fieldset>
        <TextAreaField
          name="note"
          label={t('note')}
          hint={t('noteHint')}
          error={errors.note}
          defaultValue={values.note}
          rows={4}
          maxLength={STAY_LIMITS.note}
          optional
        />
        <Consent {...form.consent} ticked={Boolean(values.consent)} error={errors.consent} />
        <p>
          <Button large>{t('send')}</Button>
        </p>
      </form>
    </div>
  )
}

/** The box that hands the contact to this host; never ticked beforehand, and what is sent is the wording's day. */
function Consent(props: { version: string; text: string; ticked: boolean; error?: string }) {
  const { version, text, ticked, error } = props
  return (
    <div className="grid gap-1">
      <label className="flex min-h-11 items-start gap-3">
        <input
          type="checkbox"
          name="consent"
          value={version}
          id={fieldId('consent')}
          className="mt-1 size-5 shrink-0 accent-leaf"
          defaultChecked={ticked}
          required
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? 'loi-dong-y' : undefined}
        />
        <span className="min-w-0">{text} *</span>
      </label>
      {error ? (
        <p className="field-error" id="loi-dong-y">
          {error}
        </p>
      ) : null}
    </div>
  )
}
