import {
  APPLICATION_IDENTIFIERS,
  type ApplicationIdentifier,
  matchesAi,
  valueFault,
} from './application-identifiers.ts'
import { Gs1SyntaxError } from './gs1-syntax-error.ts'

/** One application identifier with its value, decoded: `{ ai: '10', value: 'L/1' }`. */
export interface Gs1Element {
  readonly ai: string
  readonly value: string
}

/** More than any label or link carries. */
export const MOST_ELEMENTS = 64

/** AIs whose optional serial part must be there when a digital signature (AI 8030) is. */
const SERIAL_FOR_SIGNATURE: ReadonlySet<string> = new Set(['253', '255', '8003'])

/** The facts of an AI. Throws Gs1SyntaxError `unknown_ai` when GS1 has none of that number. */
export function knownAi(ai: string): ApplicationIdentifier {
  const known = APPLICATION_IDENTIFIERS.get(ai)
  if (!known) throw new Gs1SyntaxError('unknown_ai', `There is no GS1 application identifier (${ai})`, ai)
  return known
}

/** Checks one value against the format of its AI. Throws Gs1SyntaxError that names the AI and the fault. */
export function checkElement({ ai, value }: Gs1Element): void {
  const fault = valueFault(knownAi(ai), value)
  if (fault) throw new Gs1SyntaxError(fault.code, `The value of AI (${ai}) ${fault.text}`, ai)
}

/**
 * Checks what application identifiers may stand together (GS1 General Specifications 4.13 and 4.14): pairs that exclude
 * each other, pairs that need each other, equal values for an AI that is repeated, a serial for a signature (AI 8030).
 * In: all elements that one label carries; `placed`: AIs whose place behind a key is right already, so that they are not
 * asked what they need (the dictionary lets (22) stand behind (8006) in a link, and needs (01) for it elsewhere).
 * Throws Gs1SyntaxError on the first rule broken.
 */
export function checkAssociations(elements: readonly Gs1Element[], placed: ReadonlySet<string> = new Set()): void {
  const values = new Map<string, string>()
  for (const { ai, value } of elements) {
    if ((values.get(ai) ?? value) !== value) {
      throw new Gs1SyntaxError('different_values', `AI (${ai}) stands there with two different values`, ai)
    }
    values.set(ai, value)
  }
  const present = [...values.keys()]
  for (const ai of present) {
    const { excludes, needs } = knownAi(ai)
    const excluded = present.find((other) => other !== ai && excludes.some((pattern) => matchesAi(pattern, other)))
    if (excluded !== undefined) {
      throw new Gs1SyntaxError('excluded_pair', `AI (${ai}) and AI (${excluded}) exclude each other`, ai)
    }
    for (const groups of placed.has(ai) ? [] : needs) {
      const met = groups.some((group) =>
        group.every((pattern) => present.some((other) => other !== ai && matchesAi(pattern, other))),
      )
      if (met) continue
      const wanted = groups.map((group) => group.map((each) => `(${each})`).join(' with ')).join(' or ')
      throw new Gs1SyntaxError('missing_pair', `AI (${ai}) may only stand together with ${wanted}`, ai)
    }
  }
  if (!values.has('8030')) return
  for (const ai of SERIAL_FOR_SIGNATURE) {
    if (values.get(ai)?.length === knownAi(ai).min) {
      throw new Gs1SyntaxError('missing_pair', `AI (8030) needs the serial part of AI (${ai})`, ai)
    }
  }
}
