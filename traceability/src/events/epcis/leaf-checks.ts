import { type Vocabulary, vocabularyFault } from './cbv.ts'
import { type Check, label, mustBe } from './check.ts'
import { epcLevel } from './epc-uri.ts'
import { shown } from './fault.ts'
import { expandCurie } from './json-ld-context.ts'
import { momentOf } from './timestamp.ts'
import { isUri, MAX_URI_LENGTH } from './uri.ts'

export const uri: Check = (value, parent, key, run) => {
  if (typeof value !== 'string') mustBe(run, parent, key, 'a URI', value)
  else if (value.length > MAX_URI_LENGTH) {
    run.log.addAt(parent, key, `${label(key)} must be a URI of at most ${MAX_URI_LENGTH} characters.`)
  } else if (!isUri(value)) {
    mustBe(run, parent, key, 'a URI with its scheme, other characters percent-encoded', value)
  }
}

/** An EPC: the identifier of one object (EPCIS 2.0, 6.4; `epcList` and its kin). */
export const epc: Check = (value, parent, key, run) => {
  uri(value, parent, key, run)
  if (typeof value === 'string' && epcLevel(value) === 'class') {
    const message = `${shown(value)} names a class or lot; here single objects are listed. Use the list of quantities.`
    run.log.addAt(parent, key, message)
  }
}

/** An EPC class: the identifier of all objects of a product or lot (EPCIS 2.0, 7.3.3.3). */
export const epcClass: Check = (value, parent, key, run) => {
  uri(value, parent, key, run)
  if (typeof value === 'string' && epcLevel(value) === 'instance') {
    const message = `${shown(value)} names one object; epcClass takes a product or lot. Use the list of EPCs.`
    run.log.addAt(parent, key, message)
  }
}

export const text: Check = (value, parent, key, run) => {
  if (typeof value !== 'string') mustBe(run, parent, key, 'a text', value)
}

export const filledText: Check = (value, parent, key, run) => {
  if (typeof value !== 'string' || value.trim() === '') mustBe(run, parent, key, 'a text that is not empty', value)
}

export const decimal: Check = (value, parent, key, run) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) mustBe(run, parent, key, 'a number', value)
}

export const boolean: Check = (value, parent, key, run) => {
  if (typeof value !== 'boolean') mustBe(run, parent, key, 'true or false', value)
}

export const hexBinary: Check = (value, parent, key, run) => {
  if (typeof value !== 'string' || !/^[0-9A-Fa-f]+$/.test(value)) mustBe(run, parent, key, 'hexadecimal digits', value)
}

/** A common code of UN/CEFACT Recommendation 20. */
export const uom: Check = (value, parent, key, run) => {
  if (typeof value !== 'string' || !/^[A-Z0-9]{2,3}$/.test(value)) {
    mustBe(run, parent, key, 'a unit code of UN/CEFACT Recommendation 20, such as "KGM" for kilograms', value)
  }
}

const MOMENT = 'a date and time with its zone, such as "2026-10-15T06:30:00+07:00"'

export const moment: Check = (value, parent, key, run) => {
  if (typeof value !== 'string' || momentOf(value) === null) mustBe(run, parent, key, MOMENT, value)
}

/** A moment that has come. */
export const pastMoment: Check = (value, parent, key, run) => {
  const at = typeof value === 'string' ? momentOf(value) : null
  if (at === null) mustBe(run, parent, key, MOMENT, value)
  else if (at > run.latest) {
    run.log.addAt(
      parent,
      key,
      `${label(key)} lies in the future: ${shown(value)}. Look at the clock and the time zone.`,
    )
  }
}

export const timeZoneOffset: Check = (value, parent, key, run) => {
  if (typeof value !== 'string' || !/^[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00)$/.test(value)) {
    mustBe(run, parent, key, 'an offset from -14:00 to +14:00, such as "+07:00"', value)
  }
}

const NI = /^ni:\/\/\/([a-z0-9-]+);([^?]*)(\?.*)?$/
/** Digits of the hashes named in the registry of RFC 6920 that CBV 2.0 may use. */
const NI_DIGITS: ReadonlyMap<string, number> = new Map([
  ['sha-256', 64],
  ['sha-384', 96],
  ['sha-512', 128],
  ['sha3-256', 64],
  ['sha3-384', 96],
  ['sha3-512', 128],
])

/** A URI; an event hash ID in the form of CBV 2.0 (section 8.9). */
export const eventId: Check = (value, parent, key, run) => {
  uri(value, parent, key, run)
  if (typeof value !== 'string' || !/^ni:/i.test(value)) return
  const [, algorithm, digest, version] = NI.exec(value) ?? []
  const digits = algorithm === undefined ? undefined : NI_DIGITS.get(algorithm)
  if (digits === undefined || digest?.length !== digits || !/^[0-9a-f]+$/.test(digest)) {
    const form = 'an event hash ID of CBV 2.0, "ni:///sha-256;" with 64 lower-case hexadecimal digits and "?ver=CBV2.0"'
    mustBe(run, parent, key, form, value)
  } else if (!/^\?ver=CBV\d+\.\d+(?:\.\d+)?$/.test(version ?? '')) {
    run.log.addAt(parent, key, `${label(key)} must end with the version of its algorithm, "?ver=CBV2.0".`)
  }
}

/** The check of a field that takes words of a vocabulary of CBV 2.0, or URIs of the sender's own. */
export function word(vocabulary: Vocabulary): Check {
  return (value, parent, key, run) => {
    if (typeof value !== 'string') {
      mustBe(run, parent, key, `a ${vocabulary.name}, such as "${vocabulary.example}"`, value)
    } else if (!vocabulary.words.has(value)) {
      const fault = vocabularyFault(vocabulary, value, expandCurie(value, run.namespaces))
      if (fault !== null) run.log.addAt(parent, key, `${shown(value)} ${fault}.`)
    }
  }
}

/** The check of a text out of few. */
export function oneOf(...texts: readonly string[]): Check {
  const choice = texts.map((each) => `"${each}"`).join(' or ')
  return (value, parent, key, run) => {
    if (typeof value !== 'string' || !texts.includes(value)) mustBe(run, parent, key, choice, value)
  }
}
