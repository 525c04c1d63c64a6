import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AccountForm } from '#app/components/account/account-form.tsx'
import { Button } from '#app/components/button.tsx'
import { TextField } from '#app/components/field.tsx'
import { account } from '#app/i18n/account.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { type AccountError, accountRefusal, setPassword } from '#app/lib/customer/accounts.server.ts'
import { SIGN_IN_PATH } from '#app/lib/customer/sign-in-path.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import type { PageHandle } from '#app/root.tsx'
import { resetSchema } from '#app/schemas/account.ts'
import { parseForm } from '#app/schemas/form.ts'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** `?ma=` is the token of the letter's link. */
export function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, account)
  const head = { title: t('resetTitle'), description: t('forgotLead'), locale: context.locale, url: '/', index: false }
  return { head, token: new URL(args.request.url).searchParams.get('ma') ?? '' }
}

export async function action(args: ActionFunctionArgs) {
  const parsed = parseForm(resetSchema, await args.request.formData())
  if (!parsed.ok) {
    const { token, ...errors } = parsed.errors as Record<string, AccountError>
    return data(
      { errors: { ...errors, ...(token ? { form: token } : {}) } as Record<string, AccountError> },
      { status: 400 },
    )
  }
  try {
    await setPassword(requestContext(args), parsed.value)
  } catch (error) {
    const { errors, status } = accountRefusal(error)
    return data({ errors }, { status })
  }
  return redirect(`${SIGN_IN_PATH}?xong=mat-khau`, 303)
}

export default function ResetRoute() {
  const t = useT(account)
  const { token } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const wrong = (field: string) => {
    const key = failed?.errors[field]
    return key ? t(key) : null
  }
  return (
    <AccountForm title={t('resetTitle')} lead={t('passwordHint')} error={wrong('form')}>
      <input type="hidden" name="token" value={token} />
      <TextField
        name="password"
        type="password"
        label={t('newPassword')}
        error={wrong('password')}
        autoComplete="new-password"
        maxLength={128}
        required
      />
      <Button large>{t('resetDo')}</Button>
    </AccountForm>
  )
}
