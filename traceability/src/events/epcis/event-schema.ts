import { checkMembers, isObject, type Members, type Run, requireMembers } from './check.ts'
import { requireStandardContext } from './context-check.ts'
import { type EpcisEvent, EVENT_TYPES, type EventType } from './epcis-event.ts'
import { EVENT_MEMBERS, otherMember } from './event-fields.ts'
import { EVENT_RULES, REQUIRED_MEMBERS } from './event-rules.ts'
import { type Fault, FaultLog, shown } from './fault.ts'
import { type Namespaces, namespacesOf, STANDARD_NAMESPACES } from './json-ld-context.ts'

export interface CheckRules {
  /** The time it is, in milliseconds since the epoch. */
  now: number
  /** How far ahead a clock may be before an event counts as one of the future; 5 minutes by default. */
  futureToleranceMs?: number
  /** Faults reported for one event; 20 by default. */
  maxFaultsPerEvent?: number
}

/** An event with its faults; `event` is null exactly when there are some. */
export interface CheckedEvent {
  /** JSON pointer to the event in its document; '' for a single event. */
  pointer: string
  event: EpcisEvent | null
  /** The prefixes in force in it, for `eventHashId`. */
  namespaces: Namespaces
  faults: Fault[]
}

const DEFAULT_TOLERANCE_MS = 5 * 60_000
export const DEFAULT_MAX_FAULTS = 20

/**
 * Checks a single event as `POST /events` takes it, with its own `@context` (EPCIS 2.0, 7.4 and 9.5): all fields of all
 * five types, and what a JSON schema cannot say. Takes any value and never throws.
 */
export function checkEvent(value: unknown, rules: CheckRules): CheckedEvent {
  const namespaces = isObject(value) ? namespacesOf(value['@context']) : STANDARD_NAMESPACES
  const run = newRun(namespaces, rules)
  if (isObject(value)) requireStandardContext(value, '', run)
  return checked(value, '', run)
}

/** Checks an event of a document whose prefixes are given; its own `@context` may add some. See `checkEvent`. */
export function checkEventIn(value: unknown, pointer: string, outer: Namespaces, rules: CheckRules): CheckedEvent {
  const own = isObject(value) ? value['@context'] : undefined
  return checked(value, pointer, newRun(own === undefined ? outer : namespacesOf(own, outer), rules))
}

function checked(value: unknown, pointer: string, run: Run): CheckedEvent {
  const event = isEpcisEvent(value, pointer, run) ? value : null
  return { pointer, event, namespaces: run.namespaces, faults: run.log.faults }
}

export function newRun(namespaces: Namespaces, rules: CheckRules): Run {
  return {
    log: new FaultLog(rules.maxFaultsPerEvent ?? DEFAULT_MAX_FAULTS),
    namespaces,
    latest: rules.now + (rules.futureToleranceMs ?? DEFAULT_TOLERANCE_MS),
  }
}

const OTHERS = new Map(EVENT_TYPES.map((type) => [type, otherMember(type)]))

function isEpcisEvent(value: unknown, pointer: string, run: Run): value is EpcisEvent {
  if (!isObject(value)) {
    run.log.add(pointer, `An event must be an object, not ${shown(value)}.`)
    return false
  }
  const type = typeOf(value)
  const members = type && EVENT_MEMBERS.get(type)
  const others = type && OTHERS.get(type)
  if (!type || !members || !others) {
    const types = EVENT_TYPES.join(', ')
    const what = value.type === undefined ? 'type is missing' : `${shown(value.type)} is no event type`
    run.log.addAt(pointer, 'type', `${what}; EPCIS 2.0 has ${types}.`)
    return false
  }
  checkMembers(value, pointer, run, members, others)
  requireMembers(value, pointer, run, REQUIRED_MEMBERS.get(type) ?? [])
  EVENT_RULES.get(type)?.(value, pointer, run)
  return run.log.faults.length === 0
}

function typeOf(value: Members): EventType | undefined {
  return EVENT_TYPES.find((type) => type === value.type)
}
