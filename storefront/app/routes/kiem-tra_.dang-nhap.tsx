import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { desk } from '#app/i18n/desk.ts'
import { inspector } from '#app/i18n/inspector.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { env } from '#app/lib/env.server.ts'
import { INSPECTOR_APP, INSPECTOR_SIGN_IN, signIn } from '#app/lib/inspector/sign-in.server.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import type { PageHandle } from '#app/root.tsx'
import { parseForm } from '#app/schemas/form.ts'
import { SIGN_IN_LIMITS, signInSchema } from '#app/schemas/sign-in.ts'

export const handle: PageHandle = { scripts: false, frame: 'inspector' }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** `?ra=1` says that somebody just signed out. */
export function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, inspector)
  const { searchParams } = new URL(args.request.url)
  return {
    head: {
      title: t('signInTitle'),
      description: t('signInLead'),
      locale: context.locale,
      url: `${env().STOREFRONT_URL}${INSPECTOR_SIGN_IN}`,
      index: false,
    },
    signedOut: searchParams.get('ra') === '1',
  }
}

type Failure = { email: string; errors: Partial<Record<'email' | 'password' | 'form', SignInError>> }
type SignInError =
  | 'errorEmailMissing'
  | 'errorEmail'
  | 'errorPasswordMissing'
  | 'errorSignIn'
  | 'errorTooMany'
  | 'errorAway'

/** One answer for an unknown address and for a wrong password, so that addresses cannot be probed. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData()
  const parsed = parseForm(signInSchema, form)
  if (!parsed.ok) {
    return data<Failure>({ email: parsed.values.email ?? '', errors: parsed.errors }, { status: 400 })
  }
  const { email, password } = parsed.value
  try {
    const headers = await signIn(requestContext(args), email, password)
    return redirect(INSPECTOR_APP, { status: 303, headers })
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
    if (error.kind === 'unavailable') return data<Failure>({ email, errors: { form: 'errorAway' } }, { status: 503 })
    if (error.kind === 'too_many') return data<Failure>({ email, errors: { form: 'errorTooMany' } }, { status: 429 })
    return data<Failure>({ email, errors: { form: 'errorSignIn' } }, { status: 400 })
  }
}

export default function InspectorSignInRoute() {
  const t = useT(desk)
  const words = useT(inspector)
  const { signedOut } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const errors = failed?.errors ?? {}
  return (
    <div className="wrap max-w-[30rem] pb-14">
      <PageHeader title={words('signInTitle')} lead={words('signInLead')} />
      <form method="post" className="grid gap-5" noValidate>
        {errors.form ? (
          <div className="notice notice-warning" role="alert">
            {t(errors.form)}
          </div>
        ) : null}
        {signedOut && !failed ? (
          <Notice kind="success" live>
            {t('signedOut')}
          </Notice>
        ) : null}
        <TextField
          name="email"
          type="email"
          label={t('email')}
          error={errors.email ? t(errors.email) : null}
          defaultValue={failed?.email}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={SIGN_IN_LIMITS.email}
          required
        />
        <TextField
          name="password"
          type="password"
          label={t('password')}
          error={errors.password ? t(errors.password) : null}
          autoComplete="current-password"
          maxLength={SIGN_IN_LIMITS.password}
          required
        />
        <Button large>{t('signIn')}</Button>
        <p className="text-muted">{words('signInHelp')}</p>
      </form>
    </div>
  )
}
