import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextField } from '#app/components/field.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { memberPassword } from '#app/i18n/member-password.ts'
import { seller } from '#app/i18n/seller.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { env } from '#app/lib/env.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { type MemberPasswordError, refusalOf, setMemberPassword } from '#app/lib/producer/member-password.server.ts'
import { SIGN_IN_PATH } from '#app/lib/producer/sign-in-path.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false, frame: 'desk' }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** `?ma=` is the token of the link. */
export function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, memberPassword)
  const url = `${env().STOREFRONT_URL}/chu-the/dat-mat-khau`
  return {
    head: { title: t('resetTitle'), description: t('resetLead'), locale: context.locale, url, index: false },
    token: new URL(args.request.url).searchParams.get('ma') ?? '',
  }
}

/** Passwords are never sent back to the page. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData()
  const read = (name: string) => String(form.get(name) ?? '')
  const [token, password] = [read('token'), read('password')]
  const refused = (errors: Record<string, MemberPasswordError>, status: number) => data({ errors }, { status })
  if (password.length < 12 || password.length > 128) return refused({ password: 'errorPassword' }, 400)
  if (read('again') !== password) return refused({ again: 'errorAgain' }, 400)
  try {
    await setMemberPassword(requestContext(args), { token, password })
  } catch (error) {
    const { errors, status } = refusalOf(error)
    return refused(errors, status)
  }
  return redirect(`${SIGN_IN_PATH}?xong=matkhau`, 303)
}

export default function ResetMemberRoute() {
  const t = useT(memberPassword)
  const words = useT(seller)
  const { token } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const errors = Object.fromEntries(Object.entries(failed?.errors ?? {}).map(([field, key]) => [field, t(key)]))
  return (
    <div className="wrap max-w-[32rem] pb-14">
      <PageHeader title={t('resetTitle')} lead={t('resetLead')} />
      <form method="post" className="grid gap-5" noValidate>
        <ErrorSummary title={(count) => words('summaryTitle', { count })} errors={errors} />
        <input type="hidden" name="token" value={token} />
        <TextField
          name="password"
          type="password"
          label={t('password')}
          error={errors.password ?? null}
          autoComplete="new-password"
          minLength={12}
          maxLength={128}
          required
        />
        <TextField
          name="again"
          type="password"
          label={t('again')}
          error={errors.again ?? null}
          autoComplete="new-password"
          minLength={12}
          maxLength={128}
          required
        />
        <p className="field-hint">{t('setNote')}</p>
        <Button large>{t('set')}</Button>
      </form>
      <p className="pt-4">
        <a className="link inline-flex min-h-11 items-center" href="/chu-the/quen-mat-khau">
          {t('forgotLink')}
        </a>
      </p>
    </div>
  )
}
