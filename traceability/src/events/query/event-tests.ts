import { bareWord, type Vocabulary } from '../epcis/cbv.ts'
import type { EpcisEvent, JsonValue } from '../epcis/epcis-event.ts'
import { momentOf } from '../epcis/timestamp.ts'
import { QueryError } from './query-error.ts'

type Values = readonly (string | number | boolean)[]
type Test = (event: EpcisEvent) => boolean
type MakeTest = (name: string, values: Values) => Test
type Comparison = 'EQ' | 'GT' | 'GE' | 'LT' | 'LE'

/** Any of the texts an event has there is one of the values. */
export function textTest(of: (event: EpcisEvent) => readonly (string | undefined)[], words?: Vocabulary): MakeTest {
  return (_name, values) => {
    const plain = (text: string): string => (words && bareWord(words, text)) ?? text
    const wanted = new Set(values.map((value) => plain(String(value))))
    return (event) => of(event).some((text) => text !== undefined && wanted.has(plain(text)))
  }
}

/** EQ_bizTransaction_po and its kin: an element of that type has one of the values. */
export function typedListTest(list: string, type: string): MakeTest {
  return textTest((event) => {
    if (list === 'bizTransaction') {
      return (event.bizTransactionList ?? []).filter((each) => each.type === type).map((each) => each.bizTransaction)
    }
    if (list === 'source')
      return (event.sourceList ?? []).filter((each) => each.type === type).map((each) => each.source)
    return (event.destinationList ?? []).filter((each) => each.type === type).map((each) => each.destination)
  })
}

/** EQ_quantity and its kin: any quantity element of the event compares so. */
export function numberTest(op: Comparison): MakeTest {
  return (name, values) => {
    const compare = comparison(op, numberAt(name, values))
    return (event) => quantitiesOf(event).some(compare)
  }
}

function quantitiesOf(event: EpcisEvent): number[] {
  const lists =
    event.type === 'TransformationEvent'
      ? [event.inputQuantityList, event.outputQuantityList]
      : 'quantityList' in event
        ? [event.quantityList]
        : 'childQuantityList' in event
          ? [event.childQuantityList]
          : []
  return lists.flatMap((list) => (list ?? []).flatMap(({ quantity }) => (quantity === undefined ? [] : [quantity])))
}

/** EQ_type, EQ_deviceID, …: any sensor report, or its metadata, has one of the values there. */
export function sensorReportTest(field: string): MakeTest {
  return (_name, values) => {
    const wanted = new Set(values.map(String))
    return (event) =>
      (event.sensorElementList ?? []).some((element) =>
        [element.sensorMetadata, ...element.sensorReport].some((part) => {
          const value = part === undefined ? undefined : Object.entries(part).find(([member]) => member === field)?.[1]
          return value !== undefined && wanted.has(String(value))
        }),
      )
  }
}

/** GE_startTime and its kin, on the metadata of sensor elements. */
export function sensorTimeTest(field: 'startTime' | 'endTime', end: 'from' | 'to'): MakeTest {
  return (name, values) => {
    const at = values.length === 1 ? momentOf(String(values[0])) : null
    if (at === null)
      throw new QueryError('QueryParameterException', name, 'needs one date and time with its zone, ISO 8601.')
    return (event) =>
      (event.sensorElementList ?? []).some(({ sensorMetadata }) => {
        const moment = momentOf(sensorMetadata?.[field] ?? '')
        return moment !== null && (end === 'from' ? moment >= at : moment < at)
      })
  }
}

const EXTENSION = /^(EQ|GT|GE|LT|LE|EXISTS)_(INNER_)?(ILMD_|SENSORELEMENT_|SENSORMETADATA_|SENSORREPORT_)?(.+[:/].+)$/

/**
 * EQ_example:myField, EXISTS_INNER_ILMD_example:lot and their kin: a member of that name at the top of the event, its ilmd or
 * its sensor data, or, with INNER_, anywhere below. Null when the name is not of that form.
 */
export function extensionTest(name: string): MakeTest | null {
  const [, op, inner, place, member] = EXTENSION.exec(name) ?? []
  if (op === undefined || member === undefined) return null
  return (_name, values) => {
    // "false" asks for nothing, as if the parameter were not there.
    if (op === 'EXISTS' && !booleanAt(name, values)) return () => true
    const fits = op === 'EXISTS' ? () => true : valueTest(name, op, values)
    return (event) =>
      rootsOf(event, place).some((root) =>
        (inner ? below(root, member) : at(root, member)).some((value) => fits(value)),
      )
  }
}

function valueTest(name: string, op: string, values: Values): (value: unknown) => boolean {
  if (op === 'EQ') {
    const wanted = new Set(values.map(String))
    return (value) => (Array.isArray(value) ? value : [value]).some((each) => wanted.has(String(each)))
  }
  const moment = typeof values[0] === 'string' ? momentOf(values[0]) : null
  const compare = comparison(op as Comparison, moment ?? numberAt(name, values))
  return (value) => {
    const number = moment === null ? value : typeof value === 'string' ? momentOf(value) : null
    return typeof number === 'number' && compare(number)
  }
}

function rootsOf(event: EpcisEvent, place: string | undefined): unknown[] {
  const sensors = event.sensorElementList ?? []
  if (place === 'ILMD_') return ['ilmd' in event ? event.ilmd : undefined]
  if (place === 'SENSORELEMENT_') return sensors
  if (place === 'SENSORMETADATA_') return sensors.map((each) => each.sensorMetadata)
  if (place === 'SENSORREPORT_') return sensors.flatMap((each) => each.sensorReport)
  return [event]
}

function at(root: unknown, member: string): JsonValue[] {
  if (typeof root !== 'object' || root === null) return []
  return Object.entries(root).flatMap(([name, value]) => (name === member ? [value] : []))
}

function below(root: unknown, member: string): JsonValue[] {
  if (typeof root !== 'object' || root === null) return []
  return Object.entries(root).flatMap(([name, value]) => [...(name === member ? [value] : []), ...below(value, member)])
}

function comparison(op: Comparison, limit: number): (value: number) => boolean {
  switch (op) {
    case 'EQ':
      return (value) => value === limit
    case 'GT':
      return (value) => value > limit
    case 'GE':
      return (value) => value >= limit
    case 'LT':
      return (value) => value < limit
    case 'LE':
      return (value) => value <= limit
  }
}

function numberAt(name: string, values: Values): number {
  const value = Number(values[0])
  if (values.length !== 1 || values[0] === '' || !Number.isFinite(value)) {
    throw new QueryError('QueryParameterException', name, 'takes one number.')
  }
  return value
}

/** The one value of a yes-or-no parameter. Throws QueryError when it is neither. */
export function booleanAt(name: string, values: Values): boolean {
  const value = String(values[0])
  if (values.length !== 1 || (value !== 'true' && value !== 'false')) {
    throw new QueryError('QueryParameterException', name, 'takes true or false.')
  }
  return value === 'true'
}
