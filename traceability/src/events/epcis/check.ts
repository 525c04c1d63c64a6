import { type FaultLog, pointerTo, shown } from './fault.ts'
import type { Namespaces } from './json-ld-context.ts'

/** What checks of one event or document share. */
export interface Run {
  log: FaultLog
  /** Prefixes that member names and values may use. */
  namespaces: Namespaces
  /** The last moment that is not in the future: now and the tolerance, in milliseconds since the epoch. */
  latest: number
}

/**
 * Looks at the value of the member `key` of the object, or of the element of the list, that `parent` points to, and
 * adds its faults to the log. Takes any value and never throws.
 */
export type Check = (value: unknown, parent: string, key: string | number, run: Run) => void

export interface Members {
  readonly [name: string]: unknown
}

export function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Adds a fault to a value that is not what its place takes: "… must be a …". */
export function mustBe(run: Run, parent: string, key: string | number, what: string, value: unknown): void {
  run.log.addAt(parent, key, `${label(key)} must be ${what}, not ${shown(value)}.`)
}

/** How a message names a member or an element. */
export function label(key: string | number): string {
  return typeof key === 'number' ? `Element ${key + 1}` : key
}

/** The check of an object that has exactly these members; `others` looks at every other one. */
export function objectOf(
  what: string,
  members: ReadonlyMap<string, Check>,
  required: readonly string[],
  others: Check,
  rules?: (value: Members, pointer: string, run: Run) => void,
): Check {
  return (value, parent, key, run) => {
    if (!isObject(value)) {
      mustBe(run, parent, key, `an object (${what})`, value)
      return
    }
    const pointer = pointerTo(parent, key)
    checkMembers(value, pointer, run, members, others)
    requireMembers(value, pointer, run, required)
    rules?.(value, pointer, run)
  }
}

export function checkMembers(
  value: Members,
  pointer: string,
  run: Run,
  members: ReadonlyMap<string, Check>,
  others: Check,
): void {
  for (const name of Object.keys(value)) {
    const check = members.get(name) ?? others
    check(value[name], pointer, name, run)
    if (run.log.full) return
  }
}

export function requireMembers(value: Members, pointer: string, run: Run, required: readonly string[]): void {
  for (const name of required) {
    if (!Object.hasOwn(value, name)) run.log.addAt(pointer, name, `${name} is missing.`)
  }
}

/** The check of a list. `unique` refuses the same text twice. */
export function listOf(check: Check, { atLeast = 0, unique = false } = {}): Check {
  return (value, parent, key, run) => {
    if (!Array.isArray(value)) {
      mustBe(run, parent, key, 'a list', value)
      return
    }
    const pointer = pointerTo(parent, key)
    if (value.length < atLeast) run.log.add(pointer, `${label(key)} must not be empty; leave it out instead.`)
    for (let i = 0; i < value.length && !run.log.full; i++) check(value[i], pointer, i, run)
    if (unique && value.length > 1) checkUnique(value, pointer, run)
  }
}

function checkUnique(values: readonly unknown[], pointer: string, run: Run): void {
  const seen = new Map<unknown, number>()
  for (let i = 0; i < values.length && !run.log.full; i++) {
    const value = values[i]
    if (typeof value !== 'string') continue
    const first = seen.get(value)
    if (first === undefined) seen.set(value, i)
    else run.log.addAt(pointer, i, `${shown(value)} stands in the list twice; it is element ${first + 1} already.`)
  }
}

export function mapOf(checks: { readonly [name: string]: Check }): ReadonlyMap<string, Check> {
  return new Map(Object.entries(checks))
}

/** Whether a list is there and holds something. What is no list has its own fault already and counts as there. */
export function hasElements(value: unknown): boolean {
  return value !== undefined && !(Array.isArray(value) && value.length === 0)
}
