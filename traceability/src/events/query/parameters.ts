import { BIZ_STEPS, bareWord, DISPOSITIONS, ERROR_REASONS, type Vocabulary } from '../epcis/cbv.ts'
import { EVENT_TYPES } from '../epcis/epcis-event.ts'
import { momentOf } from '../epcis/timestamp.ts'
import { type EpcRole, epcKey } from '../event-index.ts'
import type { Condition, EpcisQuery, EpcPattern, TextField, TimeField } from './conditions.ts'
import {
  booleanAt,
  extensionTest,
  numberTest,
  sensorReportTest,
  sensorTimeTest,
  textTest,
  typedListTest,
} from './event-tests.ts'
import { QueryError } from './query-error.ts'

/** Parameters as sent: texts of a query string, or the members of a named query's body. */
export type QueryValues = ReadonlyMap<string, readonly (string | number | boolean)[]>

/** More alternatives than this in one parameter make a query that no index serves. */
const MOST_VALUES = 500
const MOST_PARAMETERS = 50

type Parser = (name: string, values: readonly (string | number | boolean)[]) => Condition

const MATCHES: Readonly<Record<string, readonly EpcRole[]>> = {
  MATCH_epc: ['epc', 'child'],
  MATCH_parentID: ['parent'],
  MATCH_inputEPC: ['input'],
  MATCH_outputEPC: ['output'],
  MATCH_anyEPC: ['epc', 'child', 'parent', 'input', 'output'],
  MATCH_epcClass: ['epcClass', 'childClass'],
  MATCH_inputEPCClass: ['inputClass'],
  MATCH_outputEPCClass: ['outputClass'],
  MATCH_anyEPCClass: ['epcClass', 'childClass', 'inputClass', 'outputClass'],
}

const FIXED = new Map<string, Parser>([
  ['eventType', oneOf('eventType', EVENT_TYPES)],
  ['EQ_action', oneOf('action', ['ADD', 'OBSERVE', 'DELETE'])],
  ['EQ_bizStep', words('bizStep', BIZ_STEPS)],
  ['EQ_disposition', words('disposition', DISPOSITIONS)],
  ['EQ_readPoint', texts('readPoint')],
  ['EQ_bizLocation', texts('bizLocation')],
  // Nothing here knows which place lies in which but the sender's own words: a place is its only descendant.
  ['WD_readPoint', texts('readPoint')],
  ['WD_bizLocation', texts('bizLocation')],
  ['EQ_eventID', texts('eventID')],
  ['GE_eventTime', time('eventTime', 'from')],
  ['LT_eventTime', time('eventTime', 'to')],
  ['GE_recordTime', time('recordTime', 'from')],
  ['LT_recordTime', time('recordTime', 'to')],
  ['GE_errorDeclarationTime', time('errorDeclarationTime', 'from')],
  ['LT_errorDeclarationTime', time('errorDeclarationTime', 'to')],
  ...Object.entries(MATCHES).map(([name, roles]): [string, Parser] => [name, epcs(roles)]),
  ['EXISTS_errorDeclaration', declaredInError],
  ['EQ_errorReason', inEvent(textTest((event) => [event.errorDeclaration?.reason], ERROR_REASONS))],
  ['EQ_correctiveEventID', inEvent(textTest((event) => event.errorDeclaration?.correctiveEventIDs ?? []))],
  [
    'EQ_transformationID',
    inEvent(textTest((event) => [event.type === 'TransformationEvent' ? event.transformationID : undefined])),
  ],
  [
    'EQ_persistentDisposition_set',
    inEvent(
      textTest(
        (event) => ('persistentDisposition' in event ? (event.persistentDisposition?.set ?? []) : []),
        DISPOSITIONS,
      ),
    ),
  ],
  [
    'EQ_persistentDisposition_unset',
    inEvent(
      textTest(
        (event) => ('persistentDisposition' in event ? (event.persistentDisposition?.unset ?? []) : []),
        DISPOSITIONS,
      ),
    ),
  ],
  ...(['EQ', 'GT', 'GE', 'LT', 'LE'] as const).map((op): [string, Parser] => [
    `${op}_quantity`,
    inEvent(numberTest(op)),
  ]),
  ...(['startTime', 'endTime'] as const).flatMap((field): [string, Parser][] => [
    [`GE_${field}`, inEvent(sensorTimeTest(field, 'from'))],
    [`LT_${field}`, inEvent(sensorTimeTest(field, 'to'))],
  ]),
  ...[
    'type',
    'deviceID',
    'dataProcessingMethod',
    'microorganism',
    'chemicalSubstance',
    'bizRules',
    'stringValue',
    'hexBinaryValue',
    'uriValue',
    'booleanValue',
  ].map((field): [string, Parser] => [`EQ_${field}`, inEvent(sensorReportTest(field))]),
])

const NOT_CONDITIONS = new Set(['orderBy', 'orderDirection', 'eventCountLimit', 'maxEventCount'])

/**
 * Reads the parameters of a query (EPCIS 2.0, 8.2.7.1). Values of one parameter are alternatives, parameters add up.
 * Throws QueryError naming the parameter that is unknown or has a value it cannot have.
 */
export function parseQuery(values: QueryValues): EpcisQuery {
  if (values.size > MOST_PARAMETERS) {
    throw new QueryError('QueryTooComplexException', null, `A query has at most ${MOST_PARAMETERS} parameters.`)
  }
  const conditions: Condition[] = []
  for (const [name, given] of values) {
    if (NOT_CONDITIONS.has(name)) continue
    if (given.length === 0) throw new QueryError('QueryParameterException', name, 'needs a value.')
    if (given.length > MOST_VALUES) {
      throw new QueryError('QueryTooComplexException', name, `takes at most ${MOST_VALUES} values.`)
    }
    const parser = FIXED.get(name) ?? variable(name)
    if (!parser) throw new QueryError('QueryParameterException', name, 'is no parameter of EPCIS 2.0 known here.')
    conditions.push(parser(name, given))
  }
  const eventCountLimit = count(values, 'eventCountLimit')
  const maxEventCount = count(values, 'maxEventCount')
  if (eventCountLimit !== null && maxEventCount !== null) {
    throw new QueryError('QueryParameterException', 'maxEventCount', 'and eventCountLimit exclude each other.')
  }
  const orderBy = choice(values, 'orderBy', ['eventTime', 'recordTime'] as const, 'recordTime')
  const direction = choice(values, 'orderDirection', ['ASC', 'DESC'] as const, 'DESC')
  return { conditions, orderBy, direction, eventCountLimit, maxEventCount }
}

/** Parameters with a part of the sender's own in their name: EQ_bizTransaction_po, EXISTS_example:myField, EQ_ILMD_… */
function variable(name: string): Parser | null {
  const list = /^EQ_(bizTransaction|source|destination)_(.+)$/.exec(name)
  if (list?.[1] !== undefined && list[2] !== undefined) return inEvent(typedListTest(list[1], list[2]))
  const extension = extensionTest(name)
  return extension ? inEvent(extension) : null
}

function inEvent(make: (...args: Parameters<Parser>) => Extract<Condition, { kind: 'event' }>['fits']): Parser {
  return (name, values) => ({ kind: 'event', fits: make(name, values) })
}

function texts(field: TextField): Parser {
  return (name, values) => ({ kind: 'text', field, values: values.map((value) => textOf(name, value)) })
}

function words(field: TextField, vocabulary: Vocabulary): Parser {
  return (name, values) => ({
    kind: 'text',
    field,
    // Events carry bare words; a query may name them by their web address.
    values: values.map((value) => bareWord(vocabulary, textOf(name, value)) ?? String(value)),
  })
}

function oneOf(field: TextField, allowed: readonly string[]): Parser {
  return (name, values) => {
    for (const value of values) {
      if (!allowed.includes(String(value))) {
        throw new QueryError('QueryParameterException', name, `takes ${allowed.join(', ')}; not "${String(value)}".`)
      }
    }
    return { kind: 'text', field, values: values.map(String) }
  }
}

function time(field: TimeField, end: 'from' | 'to'): Parser {
  return (name, values) => {
    const at = values.length === 1 ? momentOf(String(values[0])) : null
    if (at === null)
      throw new QueryError('QueryParameterException', name, 'needs one date and time with its zone, ISO 8601.')
    return { kind: 'time', field, from: end === 'from' ? at : null, to: end === 'to' ? at : null }
  }
}

function epcs(roles: readonly EpcRole[]): Parser {
  return (name, values) => ({ kind: 'epc', roles, patterns: values.map((value) => pattern(name, textOf(name, value))) })
}

/** `urn:epc:idpat:…:*` asks for every identifier below it; any other text for that identifier in either of its forms. */
function pattern(name: string, text: string): EpcPattern {
  if (!text.startsWith('urn:epc:idpat:')) return { key: epcKey(text), prefix: false }
  const key = epcKey(text)
  if (key === text) {
    throw new QueryError(
      'QueryParameterException',
      name,
      'only patterns that end in ".*" after a whole class are known.',
    )
  }
  return { key: `${key}/`, prefix: true }
}

function declaredInError(name: string, values: readonly (string | number | boolean)[]): Condition {
  return booleanAt(name, values) ? { kind: 'declared-in-error' } : { kind: 'event', fits: () => true }
}

function textOf(name: string, value: string | number | boolean): string {
  if (typeof value !== 'string' || value === '' || value.length > 2_000 || value.includes('\0')) {
    throw new QueryError('QueryParameterException', name, 'takes a text of 1 to 2,000 characters.')
  }
  return value
}

function count(values: QueryValues, name: string): number | null {
  const given = values.get(name)
  if (given === undefined) return null
  const value = Number(given[0])
  if (given.length !== 1 || !Number.isInteger(value) || value < 1 || value > 1_000_000) {
    throw new QueryError('QueryParameterException', name, 'takes one whole number from 1 to 1,000,000.')
  }
  return value
}

function choice<T extends string>(values: QueryValues, name: string, allowed: readonly T[], otherwise: T): T {
  const given = values.get(name)
  if (given === undefined) return otherwise
  const found = allowed.find((each) => each === given[0])
  if (given.length !== 1 || found === undefined) {
    throw new QueryError('QueryParameterException', name, `takes ${allowed.join(' or ')}.`)
  }
  return found
}
