import { useLocation, useRouteLoaderData } from '@remix-run/react'
import { deskFrame } from '#app/i18n/desk-frame.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { Logo } from '../logo.tsx'
import { LanguageForm } from '../preference-forms.tsx'

const PLACES = [
  ['/chu-the/don-hang', 'orders', 'ordersShort'],
  ['/chu-the/lo', 'lots', 'lots'],
  ['/chu-the/tem', 'labels', 'labels'],
  ['/chu-the/ho-so', 'dossiers', 'dossiersShort'],
  ['/chu-the/vung', 'areas', 'areasShort'],
  ['/chu-the/tin', 'notices', 'notices'],
] as const

/**
 * The top of producers' pages: whose desk it is, its places, sign out. On a phone the places stand at the bottom,
 * under the thumb. Links load whole documents: those are what the phone keeps for the field.
 */
export function DeskHeader({ locale }: { locale: Locale }) {
  const t = useT(deskFrame)
  const { pathname } = useLocation()
  const signedIn = useRouteLoaderData('routes/chu-the') as { producerName: string; unreadNotices: number } | undefined
  return (
    <header className="desk-header">
      <div className="wrap flex items-center gap-x-3 md:gap-x-4">
        <a href={signedIn ? '/chu-the' : '/'} className="desk-name">
          <Logo />
          <span className="desk-producer">{signedIn?.producerName ?? t('name')}</span>
        </a>
        <div className="ms-auto flex flex-none items-center md:order-2 md:ms-0 md:gap-1">
          <LanguageForm locale={locale} />
          {signedIn ? (
            <form method="post" action="/chu-the/dang-xuat">
              <button type="submit" className="choice">
                {t('signOut')}
              </button>
            </form>
          ) : null}
        </div>
        {signedIn ? (
          <nav aria-label={t('menu')} className="desk-nav">
            <ul>
              {PLACES.map(([to, label, short]) => (
                <li key={to}>
                  <a href={to} aria-current={isWithin(pathname, to) ? 'page' : undefined}>
                    <span className="hidden md:inline">{t(label)}</span>
                    <span className="md:hidden">{t(short)}</span>
                    {label === 'notices' && signedIn.unreadNotices > 0 ? (
                      <>
                        <span className="work-count ms-1.5" aria-hidden="true">
                          {signedIn.unreadNotices > 99 ? '99+' : signedIn.unreadNotices}
                        </span>
                        <span className="sr-only"> ({t('unread', { count: signedIn.unreadNotices })})</span>
                      </>
                    ) : null}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
      </div>
      <div className="weave" aria-hidden="true" />
    </header>
  )
}

function isWithin(pathname: string, place: string): boolean {
  return pathname === place || pathname.startsWith(`${place}/`)
}
