import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { SelectField, TextAreaField, TextField } from '#app/components/field.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { sitePages } from '#app/i18n/site-pages.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { customerClient } from '#app/lib/customer/require-customer.server.ts'
import { env } from '#app/lib/env.server.ts'
import { newFormToken, readFormToken } from '#app/lib/form-token.server.ts'
import { ShopError, shop } from '#app/lib/medusa/client.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import type { PageHandle } from '#app/root.tsx'
import { COMPLAINT_KINDS, complaintSchema } from '#app/schemas/complaint.ts'
import { parseForm } from '#app/schemas/form.ts'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** `?ve=` is what it is about, when an order's page leads here. */
export function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, sitePages)
  return {
    head: {
      title: t('formTitle'),
      description: t('formLead'),
      locale: context.locale,
      url: `${env().STOREFRONT_URL}/khieu-nai/gui`,
      index: false,
    },
    about: (new URL(args.request.url).searchParams.get('ve') ?? '').slice(0, 200),
    token: newFormToken(new Date()),
  }
}

type ComplaintError = Exclude<Extract<keyof typeof sitePages, `error${string}`>, 'errorTitle'>

/** Takes the complaint in and leads to its page. Programs are kept out as with reports after a scan. */
export async function action(args: ActionFunctionArgs) {
  const context = requestContext(args)
  const form = await args.request.formData()
  const parsed = parseForm(complaintSchema, form)
  const values = Object.fromEntries(
    Object.keys(complaintSchema.shape).map((name) => [name, String(form.get(name) ?? '').slice(0, 6_000)]),
  )
  const now = new Date()
  const tokenText = String(form.get('token') ?? '')
  const token = readFormToken(tokenText, now)
  const nextToken = token.ok || token.reason === 'too_fast' ? tokenText : newFormToken(now)
  const failed = (errors: Record<string, ComplaintError>, status: number) =>
    data({ token: nextToken, values, errors }, { status })
  if (!token.ok || form.get('website')) {
    return failed({ form: token.ok || token.reason === 'stale' ? 'errorStale' : 'errorTooFast' }, 400)
  }
  if (!parsed.ok) return failed(parsed.errors as Record<string, ComplaintError>, 400)
  const body = { ...parsed.value, requestKey: token.key }
  try {
    const client = await customerClient(args)
    const taken = client
      ? await client.ask<{ id: string; token: string }>('/store/customers/me/complaints', { method: 'POST', body })
      : await shop<{ id: string; token: string }>(context, '/store/complaints', { method: 'POST', body })
    return redirect(`/khieu-nai/${encodeURIComponent(taken.id)}?t=${encodeURIComponent(taken.token)}`, 303)
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
    if (error.kind === 'too_many') return failed({ form: 'errorTooMany' }, 429)
    if (error.field === 'contact') return failed({ contact: 'errorContact' }, 400)
    return failed({ form: 'errorAway' }, 503)
  }
}

export default function ComplainRoute() {
  const t = useT(sitePages)
  const { about, token } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const values = failed?.values ?? { about }
  const errors: Record<string, string> = {}
  for (const [field, key] of Object.entries(failed?.errors ?? {})) errors[field] = t(key)
  return (
    <div className="wrap max-w-[46rem] pb-14">
      <Breadcrumbs
        crumbs={[
          { label: t('title_complaints'), to: '/khieu-nai' },
          { label: t('formTitle'), to: '/khieu-nai/gui' },
        ]}
      />
      <PageHeader title={t('formTitle')} lead={t('formLead')} />
      <form method="post" className="grid gap-6" noValidate>
        <ErrorSummary title={(count) => t('errorTitle', { count })} errors={errors} />
        <input type="hidden" name="token" value={failed?.token ?? token} />
        <p hidden>
          <label>
            {t('trap')} <input name="website" tabIndex={-1} autoComplete="off" />
          </label>
        </p>
        <SelectField name="kind" label={t('kind')} error={errors.kind} defaultValue={values.kind ?? ''} required>
          <option value="">{t('chooseKind')}</option>
          {COMPLAINT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind_${kind}`)}
            </option>
          ))}
        </SelectField>
        <TextField
          name="about"
          label={t('about')}
          error={errors.about}
          defaultValue={values.about}
          maxLength={200}
          optional
        />
        <TextField
          name="name"
          label={t('name')}
          error={errors.name}
          defaultValue={values.name}
          autoComplete="name"
          maxLength={100}
          required
        />
        <TextField
          name="contact"
          label={t('contact')}
          hint={t('contactHint')}
          error={errors.contact}
          defaultValue={values.contact}
          autoComplete="email"
          maxLength={200}
          required
        />
        <TextAreaField
          name="message"
          label={t('message')}
          error={errors.message}
          defaultValue={values.message}
          rows={6}
          maxLength={5_000}
          required
        />
        <p>
          <Button large>{t('send')}</Button>
        </p>
      </form>
    </div>
  )
}
