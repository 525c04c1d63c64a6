import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button, buttonClass } from '#app/components/button.tsx'
import { TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { RetentionTable } from '#app/components/text/retention-table.tsx'
import { account } from '#app/i18n/account.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { requireCustomer } from '#app/lib/customer/require-customer.server.ts'
import { signOut } from '#app/lib/customer/sign-in.server.ts'
import { SIGN_IN_PATH } from '#app/lib/customer/sign-in-path.ts'
import type { ConsentView, CustomerDesk } from '#app/lib/customer/types.ts'
import { formatDay, formatMoment } from '#app/lib/format.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { readSitePage } from '#app/lib/medusa/site-pages.server.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import { deletionSchema, profileSchema } from '#app/schemas/account.ts'
import { parseForm } from '#app/schemas/form.ts'

export const headers = privateHeaders

/** Who one is here, what one agreed to, the copy of one's data, and deleting it with what the law keeps. */
export async function loader(args: LoaderFunctionArgs) {
  const client = await requireCustomer(args)
  const context = requestContext(args)
  const [desk, { consents }, privacy] = await pageData(
    Promise.all([
      client.ask<CustomerDesk>('/store/customers/me'),
      client.ask<{ consents: ConsentView[] }>('/store/customers/me/consents', {
        headers: { 'accept-language': context.locale },
      }),
      readSitePage(context, 'privacy').catch((error: unknown) => {
        if (error instanceof ShopError) return null
        throw error
      }),
    ]),
  )
  return {
    customer: desk.customer,
    consents,
    retention: privacy?.facts.retention ?? [],
    saved: new URL(args.request.url).searchParams.get('xong') === '1',
  }
}

type DataError = 'errorName' | 'errorPhone' | 'errorPasswordWrong' | 'errorTooMany' | 'errorAway'

/** `intent`: `profile`, `consent` (with `purpose` and `given`) or `delete`. */
export async function action(args: ActionFunctionArgs) {
  const client = await requireCustomer(args)
  const form = await args.request.formData()
  const failed = (errors: Record<string, DataError>, status: number) => data({ errors }, { status })
  try {
    switch (form.get('intent')) {
      case 'profile': {
        const parsed = parseForm(profileSchema, form)
        if (!parsed.ok) return failed(parsed.errors as Record<string, DataError>, 400)
        await client.ask('/store/customers/me', { method: 'POST', body: parsed.value })
        return redirect('/tai-khoan/du-lieu?xong=1', 303)
      }
      case 'consent': {
        const consent = { purpose: String(form.get('purpose')), given: form.get('given') === 'yes' }
        await client.ask('/store/customers/me/consents', { method: 'POST', body: { consents: [consent] } })
        return redirect('/tai-khoan/du-lieu?xong=1', 303)
      }
      case 'delete': {
        const parsed = parseForm(deletionSchema, form)
        if (!parsed.ok) return failed({ password: 'errorPasswordWrong' }, 400)
        await client.ask('/store/customers/me/deletion', { method: 'POST', body: parsed.value })
        return redirect(`${SIGN_IN_PATH}?xong=xoa`, { status: 303, headers: await signOut(args.request) })
      }
      default:
        throw data(null, { status: 400 })
    }
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
    if (error.code === 'password_wrong') return failed({ password: 'errorPasswordWrong' }, 400)
    if (error.kind === 'too_many') return failed({ form: 'errorTooMany' }, 429)
    return failed({ form: 'errorAway' }, 503)
  }
}

export default function MyDataRoute() {
  const t = useT(account)
  const { customer, retention, saved } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const wrong = (field: string) => {
    const key = failed?.errors[field]
    return key ? t(key) : null
  }
  return (
    <div className="grid max-w-[46rem] gap-10">
      {saved && !failed ? (
        <Notice kind="success" live>
          <p>{t('saved')}</p>
        </Notice>
      ) : null}
      {wrong('form') ? (
        <Notice kind="warning" live>
          <p>{wrong('form')}</p>
        </Notice>
      ) : null}
      <section className="grid gap-4" aria-labelledby="thong-tin">
        <h2 id="thong-tin">{t('profile')}</h2>
        <form method="post" action="/tai-khoan/du-lieu" className="grid max-w-[28rem] gap-4" noValidate>
          <p>
            <span className="text-muted">{t('email')}:</span> <span className="break-all">{customer.email}</span>
          </p>
          <TextField
            name="name"
            label={t('name')}
            error={wrong('name')}
            defaultValue={customer.name}
            autoComplete="name"
            maxLength={100}
            required
          />
          <TextField
            name="phone"
            type="tel"
            label={t('phone')}
            error={wrong('phone')}
            defaultValue={customer.phone ?? ''}
            autoComplete="tel"
            maxLength={20}
            optional
          />
          <p>
            <Button look="quiet" name="intent" value="profile">
              {t('save')}
            </Button>
          </p>
        </form>
      </section>
      <Consents />
      <section className="grid gap-3" aria-labelledby="ban-sao">
        <h2 id="ban-sao">{t('exportTitle')}</h2>
        <p>{t('exportText')}</p>
        <p>
          <a className={buttonClass('quiet', false)} href="/tai-khoan/tai-du-lieu" download>
            {t('exportDo')}
          </a>
        </p>
      </section>
      <section className="grid gap-4" aria-labelledby="xoa">
        <h2 id="xoa">{t('deleteTitle')}</h2>
        <p>{t('deleteText')}</p>
        <RetentionTable lines={retention} words={{ what: t('kept'), long: t('long'), why: t('why') }} />
        <form method="post" action="/tai-khoan/du-lieu" className="grid max-w-[28rem] gap-4" noValidate>
          <TextField
            name="password"
            type="password"
            label={t('deleteConfirm')}
            error={wrong('password')}
            autoComplete="current-password"
            maxLength={128}
            required
          />
          <p>
            <Button look="warn" name="intent" value="delete">
              {t('deleteDo')}
            </Button>
          </p>
        </form>
      </section>
    </div>
  )
}

/** Each purpose with what was said, when, and about which wording; given or taken back with one press. */
function Consents() {
  const t = useT(account)
  const locale = useLocale()
  const { consents } = useLoaderData<typeof loader>()
  return (
    <section className="grid gap-4" aria-labelledby="dong-y">
      <h2 id="dong-y">{t('consents')}</h2>
      <ul className="card divide-y divide-line">
        {consents.map((consent) => (
          <li key={consent.purpose} className="grid gap-2 px-4 py-4">
            <p id={`dong-y-${consent.purpose}`}>{consent.text}</p>
            <p className="text-sm text-muted">
              <span className={consent.given ? 'font-semibold text-leaf' : 'font-semibold'}>
                {consent.given ? t('consentGiven') : t('consentNot')}
              </span>
              {', '}
              {consent.at
                ? t('consentAt', {
                    moment: formatMoment(consent.at, locale),
                    version: formatDay(consent.versionRead ?? consent.version, locale),
                  })
                : t('consentNever')}
            </p>
            {consent.needed ? (
              <p className="text-sm text-muted">{t('consentNeeded')}</p>
            ) : (
              <form method="post" action="/tai-khoan/du-lieu">
                <input type="hidden" name="purpose" value={consent.purpose} />
                <input type="hidden" name="given" value={consent.given ? 'no' : 'yes'} />
                <Button look="quiet" name="intent" value="consent" aria-describedby={`dong-y-${consent.purpose}`}>
                  {consent.given ? t('withdraw') : t('give')}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
