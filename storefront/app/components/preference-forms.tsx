import { useLocation } from '@remix-run/react'
import { LOCALES, type Locale } from '#app/i18n/locale.ts'
import { shell } from '#app/i18n/shell.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { THEMES, type Theme } from '#app/lib/theme.ts'

const LANGUAGE_NAMES = { vi: 'vietnamese', en: 'english' } as const
const THEME_NAMES = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const

/** Two buttons that change the language; a plain form, so it works without scripts and reloads the page in that language. */
export function LanguageForm({ locale }: { locale: Locale }) {
  const t = useT(shell)
  return (
    <form method="post" action="/ngon-ngu" className="flex" aria-label={t('language')}>
      <ReturnTo />
      {LOCALES.map((language) => (
        <button
          type="submit"
          key={language}
          name="lang"
          value={language}
          lang={language}
          aria-pressed={language === locale}
          className="choice"
        >
          {language.toUpperCase()}
          <span className="sr-only"> {t(LANGUAGE_NAMES[language])}</span>
        </button>
      ))}
    </form>
  )
}

/** Three buttons that choose light, dark or what the device says. */
export function ThemeForm({ theme }: { theme: Theme }) {
  const t = useT(shell)
  return (
    <form method="post" action="/giao-dien" className="-ms-2 flex flex-wrap items-center" aria-label={t('theme')}>
      <ReturnTo />
      {THEMES.map((choice) => (
        <button
          type="submit"
          key={choice}
          name="theme"
          value={choice}
          aria-pressed={choice === theme}
          className="choice"
        >
          {t(THEME_NAMES[choice])}
        </button>
      ))}
    </form>
  )
}

function ReturnTo() {
  const { pathname, search } = useLocation()
  return <input type="hidden" name="returnTo" value={`${pathname}${search}`} />
}
