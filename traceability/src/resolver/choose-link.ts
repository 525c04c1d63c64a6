import { LINK_TYPES } from './link-types.ts'
import type { LinkLevel, ResolverLink } from './linkset.ts'

/** One entry of Accept or Accept-Language with its weight, 0 to 1. */
export interface Preference {
  value: string
  weight: number
}

/** What a request says about the link it wants, beyond the thing it names. */
export interface Wishes {
  /** Most wanted first is not assumed. Empty: nothing said. */
  languages: readonly Preference[]
  mediaTypes: readonly Preference[]
  context: string | null
}

export type Choice =
  | { kind: 'link'; href: string; title: string }
  /** Nothing in the request decides between these. */
  | { kind: 'several'; level: LinkLevel; links: readonly ResolverLink[] }
  | { kind: 'none' }

/**
 * Reads a list with weights: `vi-VN, vi;q=0.9, *;q=0.1` (RFC 9110, 12.4.2). In: a header or null. Entries that are
 * malformed are left out; a weight that is none counts as 1. Never throws.
 */
export function readPreferences(header: string | null): Preference[] {
  return (header ?? '').split(',').flatMap((entry) => {
    const [value = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase())
    if (!/^[a-z0-9*!#$&^_.+/-]+$/.test(value)) return []
    const weight = parameters.find((parameter) => parameter.startsWith('q='))
    const number = weight === undefined ? 1 : Number(weight.slice(2))
    return [{ value, weight: number >= 0 && number <= 1 ? number : 1 }]
  })
}

/**
 * Chooses for a request that names a link type (GS1-Conformant Resolver 1.2, 2.6.2 and 2.6.3): the finest level that has
 * links of the type decides; among them media type, context and language. One link, several that nothing separates, none.
 */
export function chooseByType(levels: readonly LinkLevel[], linkType: string, wishes: Wishes): Choice {
  if (linkType === LINK_TYPES.defaultLink) return chooseDefault(levels, { ...wishes, languages: [], mediaTypes: [] })
  for (const level of levels) {
    const links = level.links.filter((link) => link.linkType === linkType)
    if (links.length === 0) continue
    const best = bestLinks(links, wishes)
    const [link] = best
    if (link && new Set(best.map(({ href }) => href)).size === 1) return { kind: 'link', ...link }
    return { kind: 'several', level, links: best }
  }
  return { kind: 'none' }
}

/**
 * Chooses for a request that names no link type: the default link, unless the finest level that has one also has a
 * `gs1:defaultLinkMulti` that fits the language, media type or context asked for, and fits alone.
 */
export function chooseDefault(levels: readonly LinkLevel[], wishes: Wishes): Choice {
  for (const level of levels) {
    if (!level.defaultLink) continue
    const fitting = level.links.filter((link) => link.linkType === LINK_TYPES.defaultLinkMulti && fits(link, wishes))
    const best = bestLinks(fitting, wishes)
    const [link] = best
    return link && best.length === 1 ? { kind: 'link', ...link } : { kind: 'link', ...level.defaultLink }
  }
  return { kind: 'none' }
}

/**
 * How well a language that a link has answers those wanted, 0 to 1: its own weight when it is named, a little less for
 * the same language of another region (`en-GB` for `en`, `vi` for `vi-VN`), least for `*`.
 */
export function languageQuality(hreflang: readonly string[] | undefined, languages: readonly Preference[]): number {
  if (!hreflang || hreflang.length === 0) return 0
  return Math.max(
    ...hreflang.map((tag) => {
      const offered = tag.toLowerCase()
      return Math.max(0, ...languages.map(({ value, weight }) => weight * likeness(value, offered)))
    }),
  )
}

function likeness(wanted: string, offered: string): number {
  if (wanted === offered) return 1
  if (offered.startsWith(`${wanted}-`)) return 0.99
  if (wanted.startsWith(`${offered}-`)) return 0.98
  if (wanted !== '*' && wanted.split('-')[0] === offered.split('-')[0]) return 0.97
  return wanted === '*' ? 0.01 : 0
}

function mediaTypeQuality(type: string | undefined, mediaTypes: readonly Preference[]): number {
  if (mediaTypes.length === 0) return 0
  if (type === undefined) return 0.001
  const offered = type.toLowerCase()
  const matching = mediaTypes
    .map(({ value, weight }) => ({ weight, exact: typeExactness(value, offered) }))
    .filter(({ exact }) => exact > 0)
    .sort((a, b) => b.exact - a.exact)
  return matching[0]?.weight ?? 0
}

/** RFC 9110, 12.5.1: the most exact range that matches gives the weight. */
function typeExactness(range: string, offered: string): number {
  if (range === offered) return 3
  if (range === `${offered.split('/')[0]}/*`) return 2
  return range === '*/*' ? 1 : 0
}

/** A link of the wanted context before one for anybody, one for anybody before one for somebody else. */
function contextQuality(context: readonly string[] | undefined, wanted: string | null): number {
  if (!context || context.length === 0) return 1
  if (wanted === null) return 0
  return context.some((each) => each.toLowerCase() === wanted.toLowerCase()) ? 2 : 0
}

/** Whether something that the request asked for speaks for this link, and nothing against it. */
function fits(link: ResolverLink, wishes: Wishes): boolean {
  const named = (preferences: readonly Preference[]) => preferences.filter(({ value }) => !value.startsWith('*'))
  const language = languageQuality(link.hreflang, named(wishes.languages)) > 0
  const mediaType = link.type !== undefined && mediaTypeQuality(link.type, named(wishes.mediaTypes)) > 0
  const context = contextQuality(link.context, wishes.context)
  const unwanted =
    (link.hreflang !== undefined &&
      wishes.languages.length > 0 &&
      languageQuality(link.hreflang, wishes.languages) === 0) ||
    (link.type !== undefined && wishes.mediaTypes.length > 0 && mediaTypeQuality(link.type, wishes.mediaTypes) === 0) ||
    context === 0
  return !unwanted && (language || mediaType || context === 2)
}

/** Those that answer the wishes best: acceptable media type first, then context, language, wanted media type. */
function bestLinks(links: readonly ResolverLink[], wishes: Wishes): ResolverLink[] {
  const ranked = links.map((link) => {
    const mediaType = mediaTypeQuality(link.type, wishes.mediaTypes)
    const language = languageQuality(link.hreflang, wishes.languages)
    const acceptable = wishes.mediaTypes.length === 0 || mediaType > 0 ? 1 : 0
    // A link without a language serves anybody better than one in a language that was not asked for.
    const neutral = wishes.languages.length > 0 && !link.hreflang ? 0.005 : language
    return { link, rank: [acceptable, contextQuality(link.context, wishes.context), neutral, mediaType] }
  })
  const best = ranked.reduce((top, { rank }) => (compareRanks(rank, top) > 0 ? rank : top), [-1])
  return ranked.filter(({ rank }) => compareRanks(rank, best) === 0).map(({ link }) => link)
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [at, value] of a.entries()) {
    const difference = value - (b[at] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}
