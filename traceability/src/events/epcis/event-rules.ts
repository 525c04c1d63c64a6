import { hasElements, type Members, type Run } from './check.ts'
import type { EventType } from './epcis-event.ts'

type Rule = (event: Members, pointer: string, run: Run) => void

/** What the fields of an event demand of each other, by type: EPCIS 2.0, 7.4.2 to 7.4.6. */
export const EVENT_RULES: ReadonlyMap<EventType, Rule> = new Map([
  ['ObjectEvent', objectRules],
  ['AggregationEvent', aggregationRules],
  ['TransactionEvent', transactionRules],
  ['TransformationEvent', transformationRules],
  ['AssociationEvent', associationRules],
])

export const REQUIRED_MEMBERS: ReadonlyMap<EventType, readonly string[]> = new Map([
  ['ObjectEvent', ['eventTime', 'eventTimeZoneOffset', 'action']],
  ['AggregationEvent', ['eventTime', 'eventTimeZoneOffset', 'action']],
  ['TransactionEvent', ['eventTime', 'eventTimeZoneOffset', 'action', 'bizTransactionList']],
  ['TransformationEvent', ['eventTime', 'eventTimeZoneOffset']],
  ['AssociationEvent', ['eventTime', 'eventTimeZoneOffset', 'action', 'parentID']],
])

function objectRules(event: Members, pointer: string, run: Run): void {
  if (!hasElements(event.epcList) && !hasElements(event.quantityList)) {
    if (!hasElements(event.sensorElementList)) {
      run.log.addAt(pointer, 'epcList', 'An ObjectEvent needs epcList or quantityList, or sensor data of a place.')
    } else if (event.readPoint === undefined && event.bizLocation === undefined) {
      run.log.addAt(pointer, 'readPoint', 'Sensor data without any object needs the readPoint it belongs to.')
    }
  }
  if (event.ilmd !== undefined && event.action !== 'ADD') {
    run.log.addAt(pointer, 'ilmd', 'ilmd describes objects when they come to be: it needs action ADD.')
  }
}

function aggregationRules(event: Members, pointer: string, run: Run): void {
  if (event.parentID === undefined && event.action !== 'OBSERVE') {
    run.log.addAt(pointer, 'parentID', `parentID is needed when the action is ${verb(event)}.`)
  }
  childRules(event, pointer, run)
}

function associationRules(event: Members, pointer: string, run: Run): void {
  childRules(event, pointer, run)
}

function childRules(event: Members, pointer: string, run: Run): void {
  const childless = !hasElements(event.childEPCs) && !hasElements(event.childQuantityList)
  if (childless && event.action !== 'DELETE') {
    run.log.addAt(pointer, 'childEPCs', `childEPCs or childQuantityList is needed when the action is ${verb(event)}.`)
  }
  const { parentID, childEPCs } = event
  if (typeof parentID === 'string' && Array.isArray(childEPCs) && childEPCs.includes(parentID)) {
    run.log.addAt(pointer, 'parentID', 'parentID must not be among its own children.')
  }
}

function transactionRules(event: Members, pointer: string, run: Run): void {
  if (Array.isArray(event.bizTransactionList) && event.bizTransactionList.length === 0) {
    run.log.addAt(pointer, 'bizTransactionList', 'A TransactionEvent needs at least one business transaction.')
  }
  if (!hasElements(event.epcList) && !hasElements(event.quantityList) && event.action !== 'DELETE') {
    run.log.addAt(pointer, 'epcList', `epcList or quantityList is needed when the action is ${verb(event)}.`)
  }
}

function transformationRules(event: Members, pointer: string, run: Run): void {
  const inputs = hasElements(event.inputEPCList) || hasElements(event.inputQuantityList)
  const outputs = hasElements(event.outputEPCList) || hasElements(event.outputQuantityList)
  if (!inputs && !outputs) {
    run.log.addAt(pointer, 'inputEPCList', 'A TransformationEvent needs inputs and outputs.')
  } else if (event.transformationID === undefined && !(inputs && outputs)) {
    const missing = inputs ? 'outputs' : 'inputs'
    const message = `Without ${missing} a TransformationEvent needs the transformationID that joins it with another one.`
    run.log.addAt(pointer, 'transformationID', message)
  }
}

function verb(event: Members): string {
  return event.action === 'OBSERVE' || event.action === 'ADD' || event.action === 'DELETE'
    ? event.action
    : 'ADD or DELETE'
}
