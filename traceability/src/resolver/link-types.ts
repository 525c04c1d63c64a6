/** Namespace of the GS1 Web vocabulary. Terms are added to it over time and never change their meaning. */
export const GS1_VOCABULARY = 'https://ref.gs1.org/voc/'

/** Where the vocabulary stood before; requests still use it. */
const FORMER_VOCABULARIES = ['https://gs1.org/voc/', 'http://gs1.org/voc/', 'https://www.gs1.org/voc/']

/** Link types of the GS1 Web vocabulary that this resolver's links carry. */
export const LINK_TYPES = {
  /** The one link for a request that says nothing more. */
  defaultLink: `${GS1_VOCABULARY}defaultLink`,
  /** Alternatives to it, for a language or a media type. */
  defaultLinkMulti: `${GS1_VOCABULARY}defaultLinkMulti`,
  pip: `${GS1_VOCABULARY}pip`,
  traceability: `${GS1_VOCABULARY}traceability`,
  epcis: `${GS1_VOCABULARY}epcis`,
  certificationInfo: `${GS1_VOCABULARY}certificationInfo`,
  recallStatus: `${GS1_VOCABULARY}recallStatus`,
  safetyInfo: `${GS1_VOCABULARY}safetyInfo`,
  homepage: `${GS1_VOCABULARY}homepage`,
  hasRetailers: `${GS1_VOCABULARY}hasRetailers`,
  productSustainabilityInfo: `${GS1_VOCABULARY}productSustainabilityInfo`,
  ingredientsInfo: `${GS1_VOCABULARY}ingredientsInfo`,
  instructions: `${GS1_VOCABULARY}instructions`,
  masterData: `${GS1_VOCABULARY}masterData`,
  dpp: `${GS1_VOCABULARY}dpp`,
  verificationService: `${GS1_VOCABULARY}verificationService`,
  handledBy: `${GS1_VOCABULARY}handledBy`,
} as const

/** What `linkType` asks for when it is no link type: the whole link set (`all` is the word of resolver 1.1). */
const LINKSET_WORDS: ReadonlySet<string> = new Set(['linkset', 'all'])

export type WantedLinkType = { kind: 'linkset' } | { kind: 'type'; uri: string }

/**
 * Reads the query parameter `linkType`: `linkset`, `all`, a URI, or `gs1:pip` in short (GS1-Conformant Resolver 1.2, 2.6).
 * Out: null for text that is none of them. Never throws.
 */
export function readLinkType(text: string): WantedLinkType | null {
  if (LINKSET_WORDS.has(text)) return { kind: 'linkset' }
  const short = /^gs1:([A-Za-z][A-Za-z0-9]*)$/.exec(text)
  if (short) return { kind: 'type', uri: GS1_VOCABULARY + short[1] }
  const former = FORMER_VOCABULARIES.find((each) => text.startsWith(each))
  if (former !== undefined) return { kind: 'type', uri: GS1_VOCABULARY + text.slice(former.length) }
  return /^https?:\/\/[^\s<>"]+$/.test(text) ? { kind: 'type', uri: text } : null
}
