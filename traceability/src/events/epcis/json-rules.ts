export interface JsonLimits {
  /** Bytes of the document in UTF-8. */
  maxBytes: number
  /** Levels of objects and lists. */
  maxDepth: number
  /** Faults that are reported. */
  maxFaults: number
  /** Members that may stand in an object more than once; the last one counts, as with `JSON.parse`. None by default. */
  repeatable?: ReadonlySet<string>
}

/** The first is fast and clears most texts; only the second knows pairs. */
const SURROGATE = /[\uD800-\uDFFF]/
const LONE_SURROGATE = /[\uD800-\uDFFF]/u

/** Whether a text has no half of a surrogate pair, which UTF-8 cannot hold. */
export function isWellFormed(text: string): boolean {
  return !SURROGATE.test(text) || !LONE_SURROGATE.test(text)
}

/** Names that reach into the machinery of objects in some of the programs a document passes through. */
export const FORBIDDEN_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** A number as JSON writes it; sticky, so that it is read where `lastIndex` points. */
export const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y

/** The largest double has 309 digits before its point. */
const MAX_NUMBER_LENGTH = 400

/**
 * Whether a number of JSON comes back as it was sent after it has been held as an IEEE 754 double, as RFC 7493 (2.2)
 * wants: finite, not rounded to zero, and no significant digit lost.
 */
export function isExact(number: string): boolean {
  if (number.length <= 15 && !/[eE]/.test(number)) return true
  if (number.length > MAX_NUMBER_LENGTH) return false
  const value = Number(number)
  if (!Number.isFinite(value)) return false
  const sent = significant(number)
  if (sent === '') return true
  if (value === 0) return false
  if (sent.length <= 15) return true
  // Where a double lies halfway between two decimals, the shortest and the rounded one differ; it comes back as the shortest.
  return sent.length <= 17 && [String(value), value.toPrecision(sent.length)].some((each) => significant(each) === sent)
}

/** Significant digits: without sign, point, exponent, and zeros at either end. */
function significant(number: string): string {
  const mantissa = /^-?([\d.]+)/.exec(number)?.[1] ?? ''
  return mantissa.replace('.', '').replace(/^0+/, '').replace(/0+$/, '')
}
