import type { Recognition, RecognitionState } from './recognition-state.ts'

/**
 * What a scan may conclude. Wording for people lives in the storefront. `suspect`: issued here, but its state or earlier
 * checks speak against relying on it; `reasons` says which. It never means that the package in hand is not genuine.
 * `expired_recognition`: no star today, because it has expired, was taken back or is suspended (`recognition.today.status`).
 */
export const VERDICTS = ['genuine', 'not_issued_here', 'void', 'expired_recognition', 'recalled', 'suspect'] as const
export type VerdictName = (typeof VERDICTS)[number]

/**
 * States of a labelled package, after the pack states of EU 2016/161: `issued` printed and not yet active, `active` in
 * trade, the others out of it. Transitions: `labels/unit-states`.
 */
export const UNIT_STATES = [
  'issued',
  'active',
  'sold',
  'sample',
  'exported',
  'locked',
  'stolen',
  'destroyed',
  'void',
] as const
export type UnitState = (typeof UNIT_STATES)[number]

/** What is shown of an alert: when and where a code was checked before, in neutral data. */
export interface AlertView {
  /** `copied`: checks that one package cannot make; `shown_in_public`: a crowd saw the code at one time. */
  kind: 'copied' | 'shown_in_public' | 'out_of_use'
  /** UTC, ISO 8601. */
  since: string
  /** Provinces by number of checks, at most six; null for checks whose province nobody stated. */
  areas: {
    provinceCode: string | null
    provinceName: string | null
    /** Counted checks among those looked at, which are at most 256. */
    checks: number
    firstAt: string
    lastAt: string
  }[]
}

/** Who stands behind a claim, strongest last. */
export type Confidence = 'self_declared' | 'commune_confirmed' | 'tested' | 'authority_decision'

/** A picture with everything a page needs to reserve its room. `variants` are ordered by width. */
export interface Picture {
  alt: string
  width: number
  height: number
  /** Paths below the file store, e.g. `san-pham/hat-sen-say-640.avif`. */
  variants: { path: string; format: 'avif' | 'webp'; width: number }[]
}

/** Where something happens or comes from. `legacyName` is the name printed on papers before 2025-07-01. */
export interface Place {
  provinceCode: string
  provinceName: string
  communeCode: string | null
  communeName: string | null
  legacyName: string | null
}

/** What a scan page says of a product, pushed by the shop and versioned; see docs/contracts.md. */
export interface Passport {
  productRef: string
  /** Milliseconds since the epoch at which the shop built it; a lower version never replaces a higher one. */
  version: number
  product: {
    handle: string
    name: { vi: string; en: string | null }
    sector: string
    netContent: string | null
    ingredients: string | null
    allergens: string | null
    storage: string | null
    usage: string | null
    warning: string | null
    standard: string | null
    story: { vi: string; en: string | null } | null
    picture: Picture | null
    withdrawn: boolean
    /** GTIN of the product, 14 digits; absent or null when it has none. A sample one is of a restricted-circulation range. */
    gtin?: string | null
  }
  producer: {
    ref: string
    handle: string
    name: string
    legalForm: string
    address: string | null
    phone: string | null
    place: Place
  }
  /** Every recognition on record, newest first; the star of any day is computed from these. */
  recognitions: Recognition[]
  /** Names the parts that are illustrative ("dữ liệu minh hoạ"), e.g. `recognition`, `story`, `price`. */
  sample: string[]
  /** Source document of the facts, e.g. a report's title and date. */
  source: string | null
}

export interface SourceAreaView {
  ref: string
  name: string
  place: Place
  areaHectares: number | null
  growers: number | null
  certificates: {
    name: string
    number: string | null
    issuer: string | null
    validTo: string | null
    confidence: Confidence
  }[]
  confidence: Confidence
  sample: boolean
}

export interface JourneyStep {
  /** Own vocabulary word, e.g. `harvesting`, `drying`, `packing`; the page translates it. */
  step: string
  /** UTC, ISO 8601. */
  occurredAt: string
  place: Place | null
  note: string | null
  quantity: { value: number; unit: string } | null
  confidence: Confidence
  /** Code of the earlier lot it happened to; absent or null when it happened to the lot itself. */
  lot?: string | null
  /** Papers and photographs the producer shows in public. */
  evidence?: { file: string; kind: 'photo' | 'document'; title: string }[]
}

/** One lot in the genealogy of another. */
export interface LotNode {
  lotNo: string
  lotCode: string
  kind: 'raw' | 'intermediate' | 'product'
  /** "Hạt sen tươi", or the product's name; null when neither is known. */
  name: string | null
  quantity: { value: number; unit: string } | null
  /** Name of the producer when the lot came from another one. */
  producer: string | null
}

/** What a lot was made of, through all steps back to the raw lots. */
export interface LotGenealogy {
  lots: LotNode[]
  /** Oldest first; `yield` is out / in by weight, null where it was not weighed. */
  steps: { step: string; occurredAt: string; from: string[]; to: string; yield: number | null }[]
}

export interface LotView {
  ref: string
  lotCode: string
  /** Calendar dates, yyyy-mm-dd, at +07. */
  packedOn: string | null
  bestBefore: string | null
  quantity: { value: number; unit: string } | null
  status: 'open' | 'packed' | 'recalled'
  recall: { at: string; reason: string; advice: string } | null
  sourceAreas: SourceAreaView[]
  journey: JourneyStep[]
  /** Absent on lots whose inputs nobody recorded. */
  genealogy?: LotGenealogy
  sample: boolean
}

/** The answer of `GET /verify/{code}`: 200 when the code was issued here, 404 with the same shape when not. */
export interface VerdictResponse {
  verdict: VerdictName
  /** Machine words that explain the verdict, e.g. `recognition_expired_since:2026-11-21`. */
  reasons: string[]
  /** The code in its canonical form without separators, or what was typed, cut to 64 characters, when it cannot be one. */
  code: string
  /** UTC, ISO 8601. */
  checkedAt: string
  unit: {
    index: number
    status: UnitState
    /** UTC; null for a state it has had from print. */
    statusSince?: string | null
    voidReason: string | null
    /** Human, distinct-device checks before this one. */
    earlierChecks: number
    firstCheckedAt: string | null
    /** Where and when earlier checks were, when they cannot all be of one package; else null. */
    alert?: AlertView | null
  } | null
  batch: {
    batchNo: number
    size: number
    issuedAt: string
    /** Its labels carry a hidden scratch code, confirmed by POST. */
    scratch?: boolean
    /** Number of the lot, under which its exports are; null for labels that are tied to none. */
    lotNo?: string | null
  } | null
  lot: LotView | null
  passport: Passport | null
  recognition: { today: RecognitionState; onPackingDay: RecognitionState | null } | null
}
