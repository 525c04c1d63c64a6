import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AccountForm } from '#app/components/account/account-form.tsx'
import { Button } from '#app/components/button.tsx'
import { ConsentBoxes } from '#app/components/checkout/consent-boxes.tsx'
import { TextField } from '#app/components/field.tsx'
import { account } from '#app/i18n/account.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { type AccountError, accountRefusal, openAccount } from '#app/lib/customer/accounts.server.ts'
import { SIGN_IN_PATH } from '#app/lib/customer/sign-in-path.ts'
import { env } from '#app/lib/env.server.ts'
import { type ConsentPurpose, consentsIn, readConsentTexts } from '#app/lib/medusa/consents.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'
import { registerSchema } from '#app/schemas/account.ts'
import { parseForm } from '#app/schemas/form.ts'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const PURPOSES: readonly ConsentPurpose[] = ['account', 'follow_notices', 'offers']

export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, account)
  return {
    head: {
      title: t('registerTitle'),
      description: t('registerLead'),
      locale: context.locale,
      url: `${env().STOREFRONT_URL}/tai-khoan/dang-ky`,
      index: false,
    },
    consents: await pageData(readConsentTexts(context, PURPOSES)),
  }
}

/** Opens the account and leads to signing in. What was typed comes back with what is wrong, the password never. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData()
  const parsed = parseForm(registerSchema, form)
  const consents = consentsIn(form, PURPOSES)
  const agreed = consents.some(({ purpose, given }) => purpose === 'account' && given)
  const values = {
    name: String(form.get('name') ?? '').slice(0, 200),
    email: String(form.get('email') ?? '').slice(0, 200),
  }
  const failed = (errors: Record<string, AccountError>, status: number) =>
    data({ values, ticked: form.getAll('consent').map(String), errors }, { status })
  if (!parsed.ok || !agreed) {
    const wrong = parsed.ok ? {} : (parsed.errors as Record<string, AccountError>)
    return failed({ ...wrong, ...(agreed ? {} : { consent: 'errorConsent' as const }) }, 400)
  }
  try {
    await openAccount(requestContext(args), { ...parsed.value, consents })
  } catch (error) {
    const { errors, status } = accountRefusal(error)
    return failed(errors, status)
  }
  return redirect(`${SIGN_IN_PATH}?xong=moi`, 303)
}

export default function RegisterRoute() {
  const t = useT(account)
  const { consents } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const wrong = (field: string) => {
    const key = failed?.errors[field]
    return key ? t(key) : null
  }
  return (
    <AccountForm title={t('registerTitle')} lead={t('registerLead')} error={wrong('form')}>
      <TextField
        name="name"
        label={t('name')}
        error={wrong('name')}
        defaultValue={failed?.values.name}
        autoComplete="name"
        maxLength={100}
        required
      />
      <TextField
        name="email"
        type="email"
        label={t('email')}
        error={wrong('email')}
        defaultValue={failed?.values.email}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
        required
      />
      <TextField
        name="password"
        type="password"
        label={t('password')}
        hint={t('passwordHint')}
        error={wrong('password')}
        autoComplete="new-password"
        maxLength={128}
        required
      />
      <fieldset className="grid gap-3">
        <legend className="field-label pb-1">{t('consentLegend')}</legend>
        <p className="field-hint">{t('consentHint')}</p>
        <ConsentBoxes texts={consents} ticked={failed?.ticked ?? []} error={wrong('consent')} />
      </fieldset>
      <Button large>{t('register')}</Button>
    </AccountForm>
  )
}
