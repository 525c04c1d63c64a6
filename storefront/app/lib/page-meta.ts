import type { MetaDescriptor } from '@remix-run/node'
import type { Locale } from '#app/i18n/locale.ts'

/** What the head of a page says; made by the loader, which knows the language and the site's address. */
export interface PageHead {
  title: string
  description: string
  locale: Locale
  /** Absolute address without `lang`, from the configured origin, never from the Host header. */
  url: string
  /** False for filtered lists, carts and everything that should stay out of search engines. */
  index: boolean
  image?: { url: string; alt: string; width: number; height: number }
  /** schema.org objects, printed escaped as JSON-LD. */
  data?: Record<string, unknown>[]
}

/** The `meta` of a route from its loader's `head`; a page whose loader failed keeps the site's name alone. */
export function pageMeta(head: PageHead | undefined): MetaDescriptor[] {
  if (!head) return [{ title: 'Sao Làng' }, { name: 'robots', content: 'noindex' }]
  const english = withLang(head.url, 'en')
  const canonical = head.locale === 'en' ? english : head.url
  const title = head.title.includes('Sao Làng') ? head.title : `${head.title} · Sao Làng`
  return [
    { title },
    { name: 'description', content: head.description },
    ...(head.index
      ? [
          { tagName: 'link', rel: 'canonical', href: canonical },
          { tagName: 'link', rel: 'alternate', hrefLang: 'vi', href: head.url },
          { tagName: 'link', rel: 'alternate', hrefLang: 'en', href: english },
          { tagName: 'link', rel: 'alternate', hrefLang: 'x-default', href: head.url },
          { property: 'og:site_name', content: 'Sao Làng' },
          { property: 'og:type', content: 'website' },
          { property: 'og:title', content: head.title },
          { property: 'og:description', content: head.description },
          { property: 'og:url', content: canonical },
          { property: 'og:locale', content: head.locale === 'vi' ? 'vi_VN' : 'en_GB' },
        ]
      : [{ name: 'robots', content: 'noindex' }]),
    ...(head.index && head.image
      ? [
          { property: 'og:image', content: head.image.url },
          { property: 'og:image:alt', content: head.image.alt },
          { property: 'og:image:width', content: String(head.image.width) },
          { property: 'og:image:height', content: String(head.image.height) },
          { name: 'twitter:card', content: 'summary_large_image' },
        ]
      : []),
    ...(head.data ?? []).map((data) => ({ 'script:ld+json': data })),
  ]
}

function withLang(url: string, locale: Locale): string {
  return `${url}${url.includes('?') ? '&' : '?'}lang=${locale}`
}
