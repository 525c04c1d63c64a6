import { type Check, isObject, type Members, type Run } from './check.ts'
import { pointerTo, shown } from './fault.ts'
import {
  contextEntries,
  expandCurie,
  isStandardContext,
  MAX_PREFIXES,
  namespaceIn,
  namespacesOf,
} from './json-ld-context.ts'
import { isUri } from './uri.ts'

/** Prefixes that would turn every URI with that scheme into something else. */
const SCHEMES: ReadonlySet<string> = new Set(['http', 'https', 'urn', 'ni', 'geo', 'did', 'tag', 'mailto'])
const PREFIX = /^[A-Za-z_][\w.-]*$/

/** Members of the standard, which a context must not give another meaning (its context is protected). */
const PROTECTED: ReadonlySet<string> = new Set(
  `id type schemaVersion creationDate epcisHeader epcisBody eventList eventID eventTime recordTime eventTimeZoneOffset
  errorDeclaration certificationInfo bizStep disposition persistentDisposition readPoint bizLocation bizTransactionList
  sourceList destinationList sensorElementList sensorMetadata sensorReport action epcList quantityList parentID childEPCs
  childQuantityList inputEPCList inputQuantityList outputEPCList outputQuantityList transformationID ilmd epcClass
  quantity uom`.split(/\s+/),
)

/** `@context`: the address of a context, an object of declarations, or a list of both (JSON-LD 1.1, 9.15). */
export const context: Check = (value, parent, key, run) => {
  const pointer = pointerTo(parent, key)
  if (!Array.isArray(value)) {
    checkEntry(value, pointer, run)
    return
  }
  for (let i = 0; i < value.length && !run.log.full; i++) checkEntry(value[i], `${pointer}/${i}`, run)
}

/**
 * The outermost `@context` must name the context of EPCIS 2.0, without which no word of the standard means anything
 * (EPCIS 2.0, 9.5). A copy under another address counts when it keeps the file name.
 */
export function requireStandardContext(value: Members, pointer: string, run: Run): void {
  const declared = value['@context']
  const advice = 'name "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld" in it'
  if (declared === undefined) run.log.addAt(pointer, '@context', `@context is missing; ${advice}.`)
  else if (!contextEntries(declared).some(isStandardContext)) {
    run.log.addAt(pointer, '@context', `@context does not have the context of EPCIS 2.0; ${advice}.`)
  }
}

function checkEntry(entry: unknown, pointer: string, run: Run): void {
  if (typeof entry === 'string') {
    if (!isUri(entry)) run.log.add(pointer, `A context must be a URI or an object, not ${shown(entry)}.`)
  } else if (isObject(entry)) {
    const namespaces = namespacesOf(entry, run.namespaces)
    if (namespaces.size >= MAX_PREFIXES) {
      run.log.add(pointer, `@context declares too many prefixes; less than ${MAX_PREFIXES} are taken.`)
      return
    }
    for (const name of Object.keys(entry)) {
      if (run.log.full) return
      if (name.startsWith('@')) continue
      if (PROTECTED.has(name)) {
        run.log.addAt(pointer, name, `"${name}" is a term of EPCIS 2.0 and cannot be given another meaning.`)
        continue
      }
      if (name.includes(':')) continue
      const namespace = namespaceIn(entry[name])
      if (!PREFIX.test(name) || SCHEMES.has(name)) {
        run.log.addAt(pointer, name, `${shown(name)} cannot be a prefix.`)
      } else if (namespace === null || !isUri(expandCurie(namespace, namespaces))) {
        run.log.addAt(pointer, name, `The prefix "${name}" must stand for a URI, not ${shown(entry[name])}.`)
      }
    }
  } else {
    run.log.add(pointer, `A context must be a URI or an object, not ${shown(entry)}.`)
  }
}
