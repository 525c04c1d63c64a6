import { canonicalDigitalLink } from './epcis/epc-uri.ts'
import type { EpcisEvent, QuantityElement } from './epcis/epcis-event.ts'

/** Where an identifier stands in an event; what the MATCH_ parameters tell apart (EPCIS 2.0, 8.2.7.1). */
export type EpcRole =
  | 'epc'
  | 'child'
  | 'parent'
  | 'input'
  | 'output'
  | 'epcClass'
  | 'childClass'
  | 'inputClass'
  | 'outputClass'

export interface IndexedEpc {
  key: string
  role: EpcRole
}

/**
 * An identifier as the index keeps it: EPC URNs and Digital Links of any domain in their one canonical form, so that either
 * finds the other; all else as it is.
 */
export function epcKey(uri: string): string {
  return canonicalDigitalLink(uri) ?? uri
}

/** Every identifier of an event by the list it stands in, each once. */
export function epcsOfEvent(event: EpcisEvent): IndexedEpc[] {
  const found = new Map<string, IndexedEpc>()
  const add = (role: EpcRole, uris: readonly string[] | undefined): void => {
    for (const uri of uris ?? []) {
      const key = epcKey(uri)
      found.set(`${role} ${key}`, { key, role })
    }
  }
  const classes = (list: readonly QuantityElement[] | undefined): string[] =>
    (list ?? []).map(({ epcClass }) => epcClass)
  if ('epcList' in event) add('epc', event.epcList)
  if ('quantityList' in event) add('epcClass', classes(event.quantityList))
  if ('parentID' in event && event.parentID !== undefined) add('parent', [event.parentID])
  if ('childEPCs' in event) add('child', event.childEPCs)
  if ('childQuantityList' in event) add('childClass', classes(event.childQuantityList))
  if (event.type === 'TransformationEvent') {
    add('input', event.inputEPCList)
    add('output', event.outputEPCList)
    add('inputClass', classes(event.inputQuantityList))
    add('outputClass', classes(event.outputQuantityList))
  }
  return [...found.values()]
}
