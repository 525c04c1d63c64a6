import type { CloneAlert } from '../storage/clone-alerts.ts'
import type { Database } from '../storage/database.ts'
import {
  alertsOfUnit,
  changesOfUnit,
  type DayOfScans,
  scansByDay,
  type UnitChange,
} from '../storage/inspection-history.ts'
import type { Verifier } from '../verdicts/verifier.ts'
import { readScanInput } from '../verify/gs1/scan-input.ts'
import type { VerdictResponse } from '../verify/verdict.ts'

/** A unit's whole history, for inspectors. Scans are counted by day and province; no device and no person is in it. */
export interface UnitHistory {
  verdict: VerdictResponse
  scans: DayOfScans[]
  changes: UnitChange[]
  alerts: CloneAlert[]
}

const YEAR_MS = 366 * 86_400_000
const NOBODY = { hash: null, firstVisitHash: () => null, person: false }

/**
 * Reads everything on record of a unit, scans of a year. In: whatever was scanned or typed. Out: `verdict` says when the code
 * was not issued here; then all else is empty. The look-up leaves no scan behind.
 */
export async function unitHistory(db: Database, verifier: Verifier, text: string, now: Date): Promise<UnitHistory> {
  const read = readScanInput(text)
  const { response, issued } = await verifier.verify(read.kind === 'unit' ? read.code : text, NOBODY, now)
  if (!issued) return { verdict: response, scans: [], changes: [], alerts: [] }
  const [scans, changes, alerts] = await Promise.all([
    scansByDay(db, issued, new Date(now.getTime() - YEAR_MS)),
    changesOfUnit(db, issued),
    alertsOfUnit(db, issued),
  ])
  return { verdict: response, scans, changes, alerts }
}
