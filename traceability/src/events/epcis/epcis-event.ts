/** A value of JSON. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [member: string]: JsonValue }

/**
 * Members beyond the standard, whose names carry a prefix declared in `@context` or are full URIs
 * (EPCIS 2.0, 7.1.1 and 9.5).
 */
export interface Extensions {
  [name: `${string}:${string}`]: JsonValue
}

/** ISO 8601 date and time with its zone (`xsd:dateTimeStamp`). */
export type DateTimeStamp = string
/** An absolute URI. */
export type Uri = string
/** A bare word of CBV 2.0, or a URI of the sender's own. */
export type CbvWord = string

export type Action = 'OBSERVE' | 'ADD' | 'DELETE'

/** EPCIS 2.0, 7.3.3.3. Without `quantity` the amount is not known; without `uom` it is a count. */
export interface QuantityElement {
  epcClass: Uri
  quantity?: number
  /** UN/CEFACT Recommendation 20 code of 2 or 3 characters. */
  uom?: string
}

/** `readPoint` and `bizLocation`, EPCIS 2.0, 7.3.5. */
export interface Location extends Extensions {
  id: Uri
}

export interface BizTransaction {
  type?: CbvWord
  bizTransaction: Uri
}

export interface Source {
  type: CbvWord
  source: Uri
}

export interface Destination {
  type: CbvWord
  destination: Uri
}

/** Dispositions that hold until they are unset, EPCIS 2.0, 7.3.5. */
export interface PersistentDisposition {
  set?: CbvWord[]
  unset?: CbvWord[]
}

/** EPCIS 2.0, 7.3.7 */
export interface SensorMetadata extends Extensions {
  time?: DateTimeStamp
  startTime?: DateTimeStamp
  endTime?: DateTimeStamp
  deviceID?: Uri
  deviceMetadata?: Uri
  rawData?: Uri
  dataProcessingMethod?: Uri
  bizRules?: Uri
}

/** EPCIS 2.0, 7.3.7 */
export interface SensorReport extends Extensions {
  type: CbvWord
  exception?: CbvWord
  deviceID?: Uri
  deviceMetadata?: Uri
  rawData?: Uri
  dataProcessingMethod?: Uri
  bizRules?: Uri
  time?: DateTimeStamp
  microorganism?: Uri
  chemicalSubstance?: Uri
  value?: number
  component?: CbvWord
  stringValue?: string
  booleanValue?: boolean
  hexBinaryValue?: string
  uriValue?: Uri
  minValue?: number
  maxValue?: number
  meanValue?: number
  sDev?: number
  percRank?: number
  percValue?: number
  uom?: string
  coordinateReferenceSystem?: Uri
}

export interface SensorElement extends Extensions {
  sensorMetadata?: SensorMetadata
  sensorReport: SensorReport[]
}

/** Says that an event captured before is in error, EPCIS 2.0, 7.4.1.4. */
export interface ErrorDeclaration extends Extensions {
  declarationTime: DateTimeStamp
  reason?: CbvWord
  correctiveEventIDs?: Uri[]
}

/** What all events have, EPCIS 2.0, 7.4.1. */
interface EventBase extends Extensions {
  eventTime: DateTimeStamp
  eventTimeZoneOffset: string
  recordTime?: DateTimeStamp
  eventID?: Uri
  errorDeclaration?: ErrorDeclaration
  certificationInfo?: Uri | Uri[]
  bizStep?: CbvWord
  disposition?: CbvWord
  readPoint?: Location
  bizLocation?: Location
  bizTransactionList?: BizTransaction[]
  sourceList?: Source[]
  destinationList?: Destination[]
  sensorElementList?: SensorElement[]
  '@context'?: JsonValue
}

/** EPCIS 2.0, 7.4.2 */
export interface ObjectEvent extends EventBase {
  type: 'ObjectEvent'
  action: Action
  epcList?: Uri[]
  quantityList?: QuantityElement[]
  persistentDisposition?: PersistentDisposition
  /** Instance or lot master data; only with action ADD. */
  ilmd?: Extensions
}

/** EPCIS 2.0, 7.4.3 */
export interface AggregationEvent extends EventBase {
  type: 'AggregationEvent'
  action: Action
  /** May be absent with action OBSERVE only. */
  parentID?: Uri
  childEPCs?: Uri[]
  childQuantityList?: QuantityElement[]
}

/** EPCIS 2.0, 7.4.4 */
export interface TransactionEvent extends EventBase {
  type: 'TransactionEvent'
  action: Action
  bizTransactionList: BizTransaction[]
  parentID?: Uri
  epcList?: Uri[]
  quantityList?: QuantityElement[]
}

/** EPCIS 2.0, 7.4.5 */
export interface TransformationEvent extends EventBase {
  type: 'TransformationEvent'
  inputEPCList?: Uri[]
  inputQuantityList?: QuantityElement[]
  outputEPCList?: Uri[]
  outputQuantityList?: QuantityElement[]
  transformationID?: Uri
  persistentDisposition?: PersistentDisposition
  ilmd?: Extensions
}

/** EPCIS 2.0, 7.4.6 */
export interface AssociationEvent extends EventBase {
  type: 'AssociationEvent'
  action: Action
  parentID: Uri
  childEPCs?: Uri[]
  childQuantityList?: QuantityElement[]
}

export type EpcisEvent = ObjectEvent | AggregationEvent | TransactionEvent | TransformationEvent | AssociationEvent
export type EventType = EpcisEvent['type']

export const EVENT_TYPES: readonly EventType[] = [
  'ObjectEvent',
  'AggregationEvent',
  'TransactionEvent',
  'TransformationEvent',
  'AssociationEvent',
]
