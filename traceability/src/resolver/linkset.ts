import { LINK_TYPES } from './link-types.ts'

/** Where GS1 keeps the JSON-LD context that turns a link set into linked data. */
export const LINKSET_CONTEXT = 'https://ref.gs1.org/standards/resolver/linkset-context'

/** One link of one thing (GS1-Conformant Resolver 1.2, 2.5). */
export interface ResolverLink {
  /** A URI, of `LINK_TYPES` where one fits. */
  linkType: string
  href: string
  /** For people, in the language of the target. */
  title: string
  /** BCP 47 tags of the target's languages. */
  hreflang?: readonly string[]
  /** Media type of the target. */
  type?: string
  /** For whom the link is meant, for example a country's ISO 3166-1 letters. */
  context?: readonly string[]
}

/** What is known of one thing: a unit, a lot, a product. */
export interface LinkLevel {
  /** Its own URI, uncompressed and without query: the subject of the links. */
  anchor: string
  description: string
  /** The one link for requests that say nothing more; null leaves it to the next level up. Its `href` is one of `links`. */
  defaultLink: { href: string; title: string } | null
  links: readonly ResolverLink[]
  /** Other URIs of the same thing. */
  sameAs?: readonly string[]
}

type LinkTarget = Omit<ResolverLink, 'linkType'>

export interface LinkContextObject {
  anchor: string
  itemDescription: string
  [linkType: string]: string | LinkTarget[]
}

export interface LinksetDocument {
  linkset: LinkContextObject[]
}

/**
 * The link set of a request (RFC 9264, 4.2): an object for each level, finest first, so that what is said of the lot and
 * of the product stands beside what is said of the unit, each under its own anchor. The default link is that of the
 * finest level that has one and stands under its anchor, with a title and nothing else.
 */
export function linksetDocument(levels: readonly LinkLevel[]): LinksetDocument {
  const withDefault = levels.find((level) => level.defaultLink !== null)
  return {
    linkset: levels.map((level) => {
      const object: LinkContextObject = { anchor: level.anchor, itemDescription: level.description }
      if (level === withDefault && level.defaultLink) {
        object[LINK_TYPES.defaultLink] = [{ href: level.defaultLink.href, title: level.defaultLink.title }]
      }
      for (const { linkType, ...target } of level.links) {
        const targets = object[linkType]
        if (Array.isArray(targets)) targets.push(target)
        else object[linkType] = [target]
      }
      return object
    }),
  }
}

/** The link set with its JSON-LD context inside, for `application/ld+json`. */
export function linksetJsonLd(document: LinksetDocument): { '@context': string } & LinksetDocument {
  return { '@context': LINKSET_CONTEXT, ...document }
}

/** The link set as a page that needs no script, with the linked data in it (GS1-Conformant Resolver 1.2, 2.10). */
export function linksetHtml(document: LinksetDocument, language: 'vi' | 'en'): string {
  const title = language === 'vi' ? 'Các liên kết của mặt hàng này' : 'Links of this item'
  const sections = document.linkset.map((object) => {
    const targets = Object.entries(object).flatMap(([linkType, value]) =>
      typeof value === 'string' ? [] : value.map((target) => ({ linkType, target })),
    )
    const items = targets.map(
      ({ linkType, target }) =>
        `<li><a href="${escapeHtml(target.href)}">${escapeHtml(target.title)}</a> <small>${escapeHtml(
          linkType.split('/').at(-1) ?? linkType,
        )}${target.hreflang ? ` · ${escapeHtml(target.hreflang.join(', '))}` : ''}</small></li>`,
    )
    return `<h2>${escapeHtml(object.itemDescription)}</h2><p>${escapeHtml(object.anchor)}</p><ul>${items.join('')}</ul>`
  })
  const linkedData = JSON.stringify(linksetJsonLd(document)).replaceAll('<', '\\u003c')
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${title}</title>`,
    `<script type="application/ld+json">${linkedData}</script></head>`,
    `<body><h1>${title}</h1>${sections.join('')}</body></html>`,
  ].join('')
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
