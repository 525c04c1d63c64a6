/** Prefixes a document may use, with the namespace each stands for. */
export type Namespaces = ReadonlyMap<string, string>

/** Prefixes the EPCIS 2.0 context itself declares. */
export const STANDARD_NAMESPACES: Namespaces = new Map([
  ['cbv', 'https://ref.gs1.org/cbv/'],
  ['cbvmda', 'urn:epcglobal:cbv:mda:'],
  ['dcterms', 'http://purl.org/dc/terms/'],
  ['epcis', 'https://ref.gs1.org/epcis/'],
  ['gs1', 'https://gs1.org/voc/'],
  ['owl', 'http://www.w3.org/2002/07/owl#'],
  ['rdfs', 'http://www.w3.org/2000/01/rdf-schema#'],
  ['xsd', 'http://www.w3.org/2001/XMLSchema#'],
])

/** Prefixes a document may declare, those of the standard included; more would only make every event dear. */
export const MAX_PREFIXES = 200

/** Where the EPCIS 2.0 context is published; copies keep its file name. */
const STANDARD_CONTEXT = /^https?:\/\/[^?#]+\/epcis-context(?:-root)?\.jsonld$/

/** Whether an entry of `@context` is the address of the EPCIS 2.0 context. */
export function isStandardContext(entry: unknown): boolean {
  return typeof entry === 'string' && STANDARD_CONTEXT.test(entry)
}

/** The entries of a `@context`, which may be one value or a list (JSON-LD 1.1, 9.15). */
export function contextEntries(context: unknown): readonly unknown[] {
  return Array.isArray(context) ? context : [context]
}

/**
 * The prefixes in force below a `@context`: those of `outer`, then its own, later ones winning. Only prefixes declared
 * inline are known: a context behind an address is never fetched. Prefixes beyond `MAX_PREFIXES` are not taken.
 */
export function namespacesOf(context: unknown, outer: Namespaces = STANDARD_NAMESPACES): Namespaces {
  let declared: Map<string, string> | undefined
  for (const entry of contextEntries(context)) {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) continue
    for (const [prefix, definition] of Object.entries(entry)) {
      const namespace = namespaceIn(definition)
      if (namespace === null || prefix.startsWith('@') || prefix.includes(':')) continue
      declared ??= new Map(outer)
      if (declared.size >= MAX_PREFIXES) return declared
      declared.set(prefix, expandCurie(namespace, declared))
    }
  }
  return declared ?? outer
}

/** The namespace a term definition stands for: its text, or the `@id` of an expanded definition. */
export function namespaceIn(definition: unknown): string | null {
  if (typeof definition === 'string') return definition
  if (typeof definition !== 'object' || definition === null || !('@id' in definition)) return null
  return typeof definition['@id'] === 'string' ? definition['@id'] : null
}

/** A compact URI with a known prefix as the full URI; any other text as it is. */
export function expandCurie(text: string, namespaces: Namespaces): string {
  const colon = text.indexOf(':')
  if (colon < 1 || text.startsWith('//', colon + 1)) return text
  const namespace = namespaces.get(text.slice(0, colon))
  return namespace === undefined ? text : namespace + text.slice(colon + 1)
}

/**
 * The name of an extension member as the event hash writes it, `{namespace}local`, whether it is given with a prefix
 * or as a full URI. A name without a colon stays as it is.
 */
export function expandName(name: string, namespaces: Namespaces): string {
  const colon = name.indexOf(':')
  if (colon < 1) return name
  const namespace = name.startsWith('//', colon + 1) ? undefined : namespaces.get(name.slice(0, colon))
  if (namespace !== undefined) return `{${namespace}}${name.slice(colon + 1)}`
  const end = Math.max(name.lastIndexOf('/'), name.lastIndexOf('#'), name.lastIndexOf(':')) + 1
  return `{${name.slice(0, end)}}${name.slice(end)}`
}
