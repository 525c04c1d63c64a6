import { useLocation } from '@remix-run/react'
import type { Locale } from '#app/i18n/locale.ts'
import { shell } from '#app/i18n/shell.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { CartLink } from './cart-link.tsx'
import { Logo } from './logo.tsx'
import { PlainLink } from './plain-link.tsx'
import { LanguageForm } from './preference-forms.tsx'

const PLACES = [
  ['/san-pham', 'products'],
  ['/nha-san-xuat', 'producers'],
  ['/vung', 'regions'],
  ['/kiem-tra-tem', 'checkLabel'],
  ['/so-lieu', 'figures'],
] as const

/** The frame's top: name, main places, language and cart. On a phone the places are a row that scrolls sideways. */
export function SiteHeader({ locale }: { locale: Locale }) {
  const t = useT(shell)
  const { pathname } = useLocation()
  return (
    <header className="site-header">
      <div className="wrap flex flex-wrap items-center gap-x-4">
        <PlainLink to="/" discover className="flex min-h-14 items-center gap-2 text-xl font-bold text-leaf">
          <Logo />
          {t('siteName')}
        </PlainLink>
        <div className="header-tools ms-auto flex items-center gap-1 md:order-2 md:ms-0">
          <LanguageForm locale={locale} />
          <PlainLink
            to="/tai-khoan"
            aria-label={t('account')}
            className="hidden size-11 place-items-center rounded min-[26rem]:grid"
          >
            <svg
              viewBox="0 0 24 24"
              aria-hidden="true"
              className="size-6"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.75"
            >
              <circle cx="12" cy="8" r="4" />
              <path d="M4 20c1.5-4 4.5-5.5 8-5.5s6.5 1.5 8 5.5" strokeLinecap="round" />
            </svg>
          </PlainLink>
          <CartLink />
        </div>
        <nav aria-label={t('mainMenu')} className="main-nav">
          <ul>
            {PLACES.map(([to, label]) => (
              <li key={to}>
                <PlainLink to={to} discover aria-current={isWithin(pathname, to) ? 'page' : undefined}>
                  {t(label)}
                </PlainLink>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <div className="weave" aria-hidden="true" />
    </header>
  )
}

function isWithin(pathname: string, place: string): boolean {
  return pathname === place || pathname.startsWith(`${place}/`)
}
