import type { ReactNode } from 'react'
import { Button } from '#app/components/button.tsx'
import { TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { desk } from '#app/i18n/desk.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { SignInFailure } from '#app/lib/sign-in-answer.server.ts'
import { SIGN_IN_LIMITS } from '#app/schemas/sign-in.ts'

interface SignInFormProps {
  title: string
  lead: string
  help: ReactNode
  failed: SignInFailure | undefined
  /** Somebody just signed out. */
  signedOut: boolean
  /** What was just done elsewhere, said above the form. */
  done?: string | null
  /** Where a forgotten password is mended, and the words of the link. */
  forgot?: { href: string; label: string }
  /** Where to go afterwards, when the page was asked for by another. */
  back?: string
}

/** The page on which people of a workplace sign in: a plain form, what was wrong beside its field. */
export function SignInForm({ title, lead, help, failed, signedOut, done, forgot, back }: SignInFormProps) {
  const t = useT(desk)
  const errors = failed?.errors ?? {}
  return (
    <div className="wrap max-w-[30rem] pb-14">
      <PageHeader title={title} lead={lead} />
      <form method="post" className="grid gap-5" noValidate>
        {back === undefined ? null : <input type="hidden" name="ve" value={back} />}
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
        {done && !failed ? (
          <Notice kind="success" live>
            {done}
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
        {forgot ? (
          <p>
            <a className="link inline-flex min-h-11 items-center" href={forgot.href}>
              {forgot.label}
            </a>
          </p>
        ) : null}
        <p className="text-muted">{help}</p>
      </form>
    </div>
  )
}
