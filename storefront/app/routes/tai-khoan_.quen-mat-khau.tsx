import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { AccountForm } from '#app/components/account/account-form.tsx'
import { Button } from '#app/components/button.tsx'
import { TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { account } from '#app/i18n/account.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { type AccountError, accountRefusal, askForReset } from '#app/lib/customer/accounts.server.ts'
import { env } from '#app/lib/env.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import type { PageHandle } from '#app/root.tsx'
import { forgotSchema } from '#app/schemas/account.ts'
import { parseForm } from '#app/schemas/form.ts'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

export function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, account)
  const url = `${env().STOREFRONT_URL}/tai-khoan/quen-mat-khau`
  return {
    head: { title: t('forgotTitle'), description: t('forgotLead'), locale: context.locale, url, index: false },
  }
}

interface Answer {
  sent: boolean
  email: string
  errors: Record<string, AccountError>
}

/** Says the same for an address with and without an account. */
export async function action(args: ActionFunctionArgs) {
  const parsed = parseForm(forgotSchema, await args.request.formData())
  if (!parsed.ok) {
    const errors = parsed.errors as Record<string, AccountError>
    return data<Answer>({ sent: false, email: parsed.values.email ?? '', errors }, { status: 400 })
  }
  const { email } = parsed.value
  try {
    await askForReset(requestContext(args), email)
  } catch (error) {
    const { errors, status } = accountRefusal(error)
    return data<Answer>({ sent: false, email, errors }, { status })
  }
  return data<Answer>({ sent: true, email, errors: {} })
}

export default function ForgotRoute() {
  const t = useT(account)
  const answer = useActionData<typeof action>()
  const wrong = (field: string) => {
    const key = answer?.errors[field]
    return key ? t(key) : null
  }
  return (
    <AccountForm title={t('forgotTitle')} lead={t('forgotLead')} error={wrong('form')}>
      {answer?.sent ? (
        <Notice kind="success" live>
          <p>{t('forgotSent')}</p>
        </Notice>
      ) : null}
      <TextField
        name="email"
        type="email"
        label={t('email')}
        error={wrong('email')}
        defaultValue={answer?.email}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
        required
      />
      <Button large>{t('forgotSend')}</Button>
    </AccountForm>
  )
}
