import { useRouteLoaderData } from '@remix-run/react'
import { deskFrame } from '#app/i18n/desk-frame.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { Logo } from '../logo.tsx'
import { LanguageForm } from '../preference-forms.tsx'

/** The top of the inspectors' pages: whose they are, language, sign out. */
export function InspectorHeader({ locale }: { locale: Locale }) {
  const t = useT(deskFrame)
  const signedIn = useRouteLoaderData('routes/kiem-tra.tra') !== undefined
  return (
    <header className="desk-header">
      <div className="wrap flex flex-wrap items-center gap-x-4">
        <a href={signedIn ? '/kiem-tra/tra' : '/'} className="desk-name">
          <Logo />
          <span className="desk-producer">{t('inspectors')}</span>
        </a>
        <div className="ms-auto flex items-center gap-1">
          <LanguageForm locale={locale} />
          {signedIn ? (
            <form method="post" action="/kiem-tra/dang-xuat">
              <button type="submit" className="choice">
                {t('signOut')}
              </button>
            </form>
          ) : null}
        </div>
      </div>
      <div className="weave" aria-hidden="true" />
    </header>
  )
}
