import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { memberPassword } from '#app/i18n/member-password.ts'
import { seller } from '#app/i18n/seller.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { env } from '#app/lib/env.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { askForMemberReset, type MemberPasswordError, refusalOf } from '#app/lib/producer/member-password.server.ts'
import { SIGN_IN_PATH } from '#app/lib/producer/sign-in-path.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false, frame: 'desk' }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

export function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, memberPassword)
  const url = `${env().STOREFRONT_URL}/chu-the/quen-mat-khau`
  return {
    head: { title: t('forgotTitle'), description: t('forgotLead'), locale: context.locale, url, index: false },
  }
}

interface Answer {
  sent: boolean
  email: string
  errors: Record<string, MemberPasswordError>
}

/** Says the same for an address with and without an account. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData()
  const email = String(form.get('email') ?? '')
    .trim()
    .slice(0, 254)
  try {
    await askForMemberReset(requestContext(args), email)
  } catch (error) {
    const { errors, status } = refusalOf(error)
    return data<Answer>({ sent: false, email, errors }, { status })
  }
  return data<Answer>({ sent: true, email, errors: {} })
}

export default function ForgotMemberRoute() {
  const t = useT(memberPassword)
  const words = useT(seller)
  const answer = useActionData<typeof action>()
  const errors = Object.fromEntries(Object.entries(answer?.errors ?? {}).map(([field, key]) => [field, t(key)]))
  return (
    <div className="wrap max-w-[32rem] pb-14">
      <PageHeader title={t('forgotTitle')} lead={t('forgotLead')} />
      <form method="post" className="grid gap-5" noValidate>
        <ErrorSummary title={(count) => words('summaryTitle', { count })} errors={errors} />
        {answer?.sent ? (
          <Notice kind="success" live>
            <p>{t('sent')}</p>
          </Notice>
        ) : null}
        <TextField
          name="email"
          type="email"
          label={t('email')}
          error={errors.email ?? null}
          defaultValue={answer?.email}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          required
        />
        <Button large>{t('send')}</Button>
      </form>
      <section className="grid gap-2 pt-8">
        <h2 className="text-lg">{t('noEmail')}</h2>
        <p>{t('noEmailHow')}</p>
        <p className="flex flex-wrap gap-x-6">
          <a className="link inline-flex min-h-11 items-center" href="/lien-he">
            {t('contact')}
          </a>
          <a className="link inline-flex min-h-11 items-center" href={SIGN_IN_PATH}>
            {t('toSignIn')}
          </a>
        </p>
      </section>
    </div>
  )
}
