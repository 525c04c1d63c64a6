import type { EpcisEvent } from '../epcis/epcis-event.ts'
import type { EpcRole } from '../event-index.ts'

/** Columns of an event that are compared as text. */
export type TextField = 'eventType' | 'action' | 'bizStep' | 'disposition' | 'readPoint' | 'bizLocation' | 'eventID'
export type TimeField = 'eventTime' | 'recordTime' | 'errorDeclarationTime'

/** An identifier to look for: that one, or all that begin with it. */
export interface EpcPattern {
  key: string
  prefix: boolean
}

/** What an event must fulfil; all conditions of a query together. */
export type Condition =
  | { kind: 'text'; field: TextField; values: readonly string[] }
  | { kind: 'time'; field: TimeField; from: number | null; to: number | null }
  | { kind: 'epc'; roles: readonly EpcRole[]; patterns: readonly EpcPattern[] }
  | { kind: 'declared-in-error' }
  /** Looked at in the event itself. */
  | { kind: 'event'; fits: (event: EpcisEvent) => boolean }

export interface EpcisQuery {
  conditions: readonly Condition[]
  orderBy: 'eventTime' | 'recordTime'
  direction: 'ASC' | 'DESC'
  eventCountLimit: number | null
  maxEventCount: number | null
}
