import type { VerdictResponse } from '@sao-lang/traceability/verify'

/** `GET /inspector/me` (docs/contracts.md, Inspectors' API). */
export interface InspectorDesk {
  inspector: { id: string; name: string; agency: string; sample: boolean }
  /** Where they inspect. */
  provinces: { code: string; name: string }[]
  everyProvince: { code: string; name: string }[]
  findings: string[]
}

export interface RecordDraft {
  provinceCode: string
  place: string
  foundAt: string
  scanned: string | null
  productRef: string | null
  productName: string
  seller: string
  findings: string[]
  notes: string
  verdict: SaidVerdict | null
  followUpBy: string | null
}

/** What the phone said, as it goes into the record. */
export interface SaidVerdict {
  finding: string
  sentences: string[]
  checkedAt: string
  knownAt: string | null
  edition: string | null
}

/** A photo on its way: the bytes until they are uploaded, then the name the shop gave it. */
export interface WaitingPhoto {
  title: string
  blob: Blob | null
  file: string | null
}

/** A record on the phone until the shop has taken it. */
export interface WaitingRecord {
  requestKey: string
  inspectorId: string
  draft: RecordDraft
  photos: WaitingPhoto[]
  /** Why the shop will not take it as it is; null while it only waits. */
  refused: string | null
}

/** A look-up made without the network, for the audit. */
export interface WaitingLookUp {
  requestKey: string
  inspectorId: string
  askedAt: string
  scanned: string
  outcome: string
}

export interface KeptRecord {
  id: string
  requestKey: string
  inspector: { name: string; agency: string }
  place: string
  foundAt: string
  productName: string
  seller: string
  findings: string[]
  followUpBy: string | null
  closed: { at: string; by: string; note: string } | null
  photos: { file: string; title: string }[]
}

export interface Alert {
  alertNo: string
  productRef: string
  kind: string
  level: 'watch' | 'suspect'
  checks: number
  areas: { provinceCode: string | null; checks: number; firstAt: string; lastAt: string }[]
  openedAt: string
  closedAt: string | null
  product?: { name: string; producer: string; provinceCode: string } | null
}

export interface UnitHistory {
  verdict: VerdictResponse
  scans: { day: string; provinceCode: string | null; checks: number }[]
  changes: { at: string; action: string; done: boolean; labels: number; note: string | null }[]
  alerts: Alert[]
}
