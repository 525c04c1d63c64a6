import { isLocale, type Locale } from './locale.ts'

const LOCALE_COOKIE = 'sl-lang'
const ONE_YEAR = 31_536_000

/**
 * The language of an answer: `?lang=`, else the visitor's cookie, else the first of Accept-Language we speak, else
 * Vietnamese. Never throws.
 */
export function localeOf(request: Request): Locale {
  const asked = askedLocale(request)
  if (asked) return asked
  const chosen = cookieValue(request, LOCALE_COOKIE)
  return isLocale(chosen) ? chosen : acceptedLocale(request.headers.get('accept-language'))
}

/** The language named by `?lang=`, or null. */
export function askedLocale(request: Request): Locale | null {
  const asked = /[?&]lang=(\w+)/.exec(request.url)?.[1]
  return isLocale(asked) ? asked : null
}

/** A Set-Cookie line when `?lang=` asks for another language than the cookie holds, so that links keep it; else null. */
export function localeCookieFor(request: Request): string | null {
  const asked = askedLocale(request)
  return asked && asked !== cookieValue(request, LOCALE_COOKIE) ? localeCookie(asked) : null
}

/** The Set-Cookie line that remembers a language for a year. */
export function localeCookie(locale: Locale): string {
  return preferenceCookie(LOCALE_COOKIE, locale, ONE_YEAR)
}

/** A cookie that scripts cannot read and that holds a preference, nothing personal. */
export function preferenceCookie(name: string, value: string, maxAge: number): string {
  const secure = process.env.STOREFRONT_URL?.startsWith('https:') ? '; Secure' : ''
  return `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`
}

/** Value of one cookie of a request, undecoded, or undefined. */
export function cookieValue(request: Request, name: string): string | undefined {
  for (const pair of request.headers.get('cookie')?.split(';') ?? []) {
    const [key, value] = pair.trim().split('=', 2)
    if (key === name) return value
  }
  return undefined
}

function acceptedLocale(header: string | null): Locale {
  const ranked = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part
        .trim()
        .toLowerCase()
        .split(/;\s*q=/)
      return { language: tag.slice(0, 2), quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter((entry) => entry.quality > 0)
    .sort((a, b) => b.quality - a.quality)
  return ranked.map((entry) => entry.language).find(isLocale) ?? 'vi'
}
