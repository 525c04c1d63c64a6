import { isUtf8 } from 'node:buffer'
import type { Fault } from './fault.ts'
import { findJsonFaults } from './json-faults.ts'
import { FORBIDDEN_NAMES, isExact, isWellFormed, type JsonLimits, NUMBER } from './json-rules.ts'

export type ReadJson = { ok: true; value: unknown } | { ok: false; faults: Fault[] }

/** What an EPCIS document needs, with room: the deepest one of the standard has 13 levels. */
export const DEFAULT_JSON_LIMITS: JsonLimits = { maxBytes: 16 * 1024 * 1024, maxDepth: 64, maxFaults: 100 }

/**
 * The limits for documents of EPCIS. `eventID` may be given twice, because one of the standard's own examples does
 * (AssociationEvent-h); nothing is lost by it, since what an event is known by is its hash, which leaves `eventID` out.
 */
export const EPCIS_JSON_LIMITS: JsonLimits = { ...DEFAULT_JSON_LIMITS, repeatable: new Set(['eventID']) }

/**
 * Reads a JSON text (RFC 8259) as strictly as I-JSON (RFC 7493) asks: UTF-8 without byte order mark, no member twice in
 * an object, no lone surrogates, no number that would lose digits; moreover no NUL character, no member named
 * `__proto__`, `constructor` or `prototype`, and neither size nor depth beyond the limits. Out: the value, or every
 * fault with its pointer. Never throws. A good document costs `JSON.parse`, one pass over the text, and one over the
 * value.
 */
export function readJson(body: Uint8Array | string, limits: JsonLimits = DEFAULT_JSON_LIMITS): ReadJson {
  const size = typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength
  if (size > limits.maxBytes) {
    return refused(`The document has ${size} bytes; at most ${limits.maxBytes} are taken. Send it in parts.`)
  }
  const text = textOf(body)
  if (text === null) return refused('The document is not valid UTF-8.')
  if (text.startsWith('\uFEFF')) {
    return refused('The document begins with a byte order mark; JSON is sent without one (RFC 8259, 8.1).')
  }
  const scan = scanText(text, limits.maxDepth)
  if (scan.tooDeep) return refused(`The document is nested more than ${limits.maxDepth} levels deep.`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    const faults = findJsonFaults(text, limits)
    return faults.length > 0 ? { ok: false, faults } : refused('The document is not valid JSON.')
  }
  if (!scan.inexact && countMembers(value, scan.escapes) === scan.members) return { ok: true, value }
  const faults = findJsonFaults(text, limits)
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value }
}

function refused(message: string): ReadJson {
  return { ok: false, faults: [{ pointer: '', message }] }
}

function textOf(body: Uint8Array | string): string | null {
  if (typeof body === 'string') return isWellFormed(body) ? body : null
  if (!isUtf8(body)) return null
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8')
}

interface Scan {
  /** Colons outside of texts: as many as members. */
  members: number
  tooDeep: boolean
  /** There are Unicode escapes, which may spell what UTF-8 cannot: half a surrogate pair, or NUL. */
  escapes: boolean
  /** There is a number that would lose digits. */
  inexact: boolean
}

/** One pass over the text that knows texts, brackets and colons. Whether the rest is JSON is for `JSON.parse`. */
function scanText(text: string, maxDepth: number): Scan {
  const scan: Scan = { members: 0, tooDeep: false, escapes: false, inexact: false }
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === QUOTE) {
      for (i++; i < text.length; i++) {
        const inside = text.charCodeAt(i)
        if (inside === QUOTE) break
        if (inside === BACKSLASH && text.charCodeAt(++i) === SMALL_U) scan.escapes = true
      }
    } else if (unit === COLON) {
      scan.members++
    } else if (unit === OPEN_BRACE || unit === OPEN_BRACKET) {
      if (++depth > maxDepth) return { ...scan, tooDeep: true }
    } else if (unit === CLOSE_BRACE || unit === CLOSE_BRACKET) {
      depth--
    } else if (unit === MINUS || (unit >= ZERO && unit <= NINE)) {
      NUMBER.lastIndex = i
      const number = NUMBER.exec(text)?.[0]
      if (number === undefined) continue
      if (!isExact(number)) scan.inexact = true
      i += number.length - 1
    }
  }
  return scan
}

const QUOTE = 0x22
const MINUS = 0x2d
const ZERO = 0x30
const NINE = 0x39
const COLON = 0x3a
const OPEN_BRACKET = 0x5b
const BACKSLASH = 0x5c
const CLOSE_BRACKET = 0x5d
const SMALL_U = 0x75
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d

/**
 * Members of all objects in a value. `JSON.parse` keeps the last of several members of one name, so a value with fewer
 * members than its text has colons had duplicates. NaN, which equals no count, when a name or, where `texts` is set, a
 * text is one that may not be.
 */
function countMembers(value: unknown, texts: boolean): number {
  if (typeof value === 'string') return texts && !isStorable(value) ? Number.NaN : 0
  if (typeof value !== 'object' || value === null) return 0
  let count = 0
  if (Array.isArray(value)) {
    for (const element of value) count += countMembers(element, texts)
    return count
  }
  for (const [name, member] of Object.entries(value)) {
    if (FORBIDDEN_NAMES.has(name) || (texts && !isStorable(name))) return Number.NaN
    count += 1 + countMembers(member, texts)
  }
  return count
}

function isStorable(text: string): boolean {
  return isWellFormed(text) && !text.includes('\0')
}
