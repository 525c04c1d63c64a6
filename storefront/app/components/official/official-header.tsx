import { useLocation, useRouteLoaderData } from '@remix-run/react'
import type { Locale } from '#app/i18n/locale.ts'
import { officialFrame } from '#app/i18n/official-frame.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { currentEntry, type MenuEntry, menuFor } from '#app/lib/official/menu.ts'
import { OFFICIAL_HOME } from '#app/lib/official/paths.ts'
import type { OfficialVerb } from '#app/lib/official/types.ts'
import { Logo } from '../logo.tsx'
import { LanguageForm } from '../preference-forms.tsx'

/** What the header reads of the loader of `/can-bo`. */
export interface SignedInOfficial {
  name: string
  verbs: OfficialVerb[]
  unreadNotices: number
}

/**
 * The top of officials' pages: whose desk it is, its places as far as their posts reach, sign out. On a phone the places fold into a
 * menu that opens without scripts; wider, they stand in rows.
 */
export function OfficialHeader({ locale }: { locale: Locale }) {
  const t = useT(officialFrame)
  const signedIn = useRouteLoaderData('routes/can-bo') as SignedInOfficial | undefined
  return (
    <header className="desk-header">
      <div className="wrap flex items-center gap-x-3 md:gap-x-4">
        <a href={signedIn ? OFFICIAL_HOME : '/'} className="desk-name">
          <Logo />
          <span className="desk-producer">{signedIn?.name ?? t('name')}</span>
        </a>
        <div className="ms-auto flex flex-none items-center md:gap-1">
          <LanguageForm locale={locale} />
          {signedIn ? (
            <form method="post" action="/can-bo/dang-xuat">
              <button type="submit" className="choice">
                {t('signOut')}
              </button>
            </form>
          ) : null}
        </div>
      </div>
      {signedIn ? <OfficialMenu entries={menuFor(signedIn.verbs)} unread={signedIn.unreadNotices} /> : null}
      <div className="weave" aria-hidden="true" />
    </header>
  )
}

/** The places of the workspace, up to a dozen. */
export function OfficialMenu({ entries, unread }: { entries: readonly MenuEntry[]; unread: number }) {
  const t = useT(officialFrame)
  const { pathname } = useLocation()
  const current = currentEntry(pathname, entries)
  const list = (
    <ul>
      {entries.map((entry) => (
        <li key={entry.path}>
          <a href={entry.path} aria-current={entry === current ? 'page' : undefined}>
            {t(entry.label)}
            {entry.label === 'notices' && unread > 0 ? (
              <>
                <span className="work-count" aria-hidden="true">
                  {unread > 99 ? '99+' : unread}
                </span>
                <span className="sr-only"> ({t('unread', { count: unread })})</span>
              </>
            ) : null}
          </a>
        </li>
      ))}
    </ul>
  )
  return (
    <nav aria-label={t('menu')} className="work-nav wrap">
      <details className="work-nav-fold">
        <summary>
          <span className="font-semibold">{t('menuShort')}</span>
          {current ? <span className="text-muted">{t(current.label)}</span> : null}
          {unread > 0 ? (
            <span className="work-count">
              {unread > 99 ? '99+' : unread}
              <span className="sr-only"> {t('notices')}</span>
            </span>
          ) : null}
        </summary>
        {list}
      </details>
      <div className="work-nav-row">{list}</div>
    </nav>
  )
}
