import { cookieValue, preferenceCookie } from '#app/i18n/locale.server.ts'
import { isTheme, type Theme } from './theme.ts'

const THEME_COOKIE = 'sl-theme'

/** The visitor's choice of light or dark, or `system`. */
export function themeOf(request: Request): Theme {
  const chosen = cookieValue(request, THEME_COOKIE)
  return isTheme(chosen) ? chosen : 'system'
}

/** The Set-Cookie line that remembers a theme for a year; `system` forgets the choice. */
export function themeCookie(theme: Theme): string {
  return preferenceCookie(THEME_COOKIE, theme, theme === 'system' ? 0 : 31_536_000)
}
