import { type Check, isObject, type Members, type Run } from './check.ts'
import { pointerTo, shown } from './fault.ts'
import { isUri } from './uri.ts'

/** Deeper ones would serve nobody, and every reader of an event recurses. */
const MAX_DEPTH = 40
/** What JSON-LD lets stand inside a value (JSON-LD 1.1, 9). */
const VALUE_KEYWORDS: ReadonlySet<string> = new Set(['@id', '@type', '@value', '@language', '@list', '@set'])

/**
 * Members beyond the standard: the name must have a prefix that `@context` declares, or be a full URI
 * (EPCIS 2.0, 9.5). Their values may be anything; names inside may go without a prefix, but an undeclared one is wrong.
 */
export const extension: Check = (value, parent, name, run) => {
  const fault = typeof name === 'string' ? nameFault(name, run) : null
  if (fault !== null) run.log.addAt(parent, name, fault)
  else checkInside(value, () => pointerTo(parent, name), run, 1)
}

/** The check of the other members of an object that is open for extensions; `what` names the object. */
export function extensionsOf(what: string): Check {
  return (value, parent, name, run) => {
    if (typeof name === 'string' && name.includes(':')) extension(value, parent, name, run)
    else {
      const advice = 'members of your own need a prefix that @context declares, or a full URI as their name'
      run.log.addAt(parent, name, `${shown(name)} is no member of ${what}; ${advice}.`)
    }
  }
}

/** The check of the other members of an object that is closed. */
export function closed(what: string): Check {
  return (_value, parent, name, run) => {
    run.log.addAt(parent, name, `${shown(name)} is no member of ${what}.`)
  }
}

/** What is wrong with the name of an extension, as a sentence. */
function nameFault(name: string, run: Run): string | null {
  const colon = name.indexOf(':')
  if (colon === 0 || colon === name.length - 1) return `${shown(name)} is no name: prefix, colon and a name are needed.`
  const prefix = name.slice(0, colon)
  if (name.startsWith('//', colon + 1) || prefix === 'urn') {
    return isUri(name) ? null : `${shown(name)} is no URI.`
  }
  if (run.namespaces.has(prefix)) return null
  return `The prefix "${prefix}" is not declared in @context; contexts behind an address are not fetched.`
}

function checkInside(value: unknown, pointer: () => string, run: Run, depth: number): void {
  if (typeof value !== 'object' || value === null || run.log.full) return
  if (depth > MAX_DEPTH) {
    run.log.add(pointer(), `The extension is nested more than ${MAX_DEPTH} levels deep.`)
    return
  }
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) checkInside(value[i], () => `${pointer()}/${i}`, run, depth + 1)
  } else if (isObject(value)) {
    checkNames(value, pointer, run)
    for (const name of Object.keys(value)) {
      checkInside(value[name], () => pointerTo(pointer(), name), run, depth + 1)
    }
  }
}

function checkNames(value: Members, pointer: () => string, run: Run): void {
  for (const name of Object.keys(value)) {
    if (name.startsWith('@')) {
      if (VALUE_KEYWORDS.has(name)) continue
      run.log.addAt(pointer(), name, `${name} has no place inside an extension.`)
    } else if (name.includes(':')) {
      const fault = nameFault(name, run)
      if (fault !== null) run.log.addAt(pointer(), name, fault)
    }
  }
}
