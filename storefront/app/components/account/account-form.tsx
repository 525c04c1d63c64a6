import type { ReactNode } from 'react'
import { PageHeader } from '#app/components/page-header.tsx'
import { account } from '#app/i18n/account.ts'
import { useT } from '#app/i18n/use-locale.ts'

interface AccountFormProps {
  title: string
  lead: string
  /** What belongs to no field. */
  error: string | null
  children: ReactNode
}

/** A page with one form of the account on it, for people who are not signed in. */
export function AccountForm({ title, lead, error, children }: AccountFormProps) {
  const t = useT(account)
  return (
    <div className="wrap max-w-[32rem] pb-14">
      <PageHeader title={title} lead={lead} />
      <form method="post" className="grid gap-5" noValidate>
        {error ? (
          <div className="notice notice-warning" role="alert">
            {error}
          </div>
        ) : null}
        {children}
      </form>
      <p className="pt-4">
        <a className="link inline-flex min-h-11 items-center" href="/tai-khoan/dang-nhap">
          {t('toSignIn')}
        </a>
      </p>
    </div>
  )
}
