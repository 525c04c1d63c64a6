/** What a post-inspection looks at (QĐ 26/2026 art. 9). */
export const LOOKS = ['criteria', 'mark_use', 'product_information', 'advertising'] as const
export type Look = (typeof LOOKS)[number]
export const LOOK_RESULTS = ['pass', 'fail', 'not_looked'] as const
export type LookResult = (typeof LOOK_RESULTS)[number]
export const TRIGGERS = ['complaint', 'clone_alert', 'inspector_record', 'media'] as const
export type Trigger = (typeof TRIGGERS)[number]
export const VIOLATIONS = [
  'lapsed',
  'wrong_stars',
  'other_product',
  'unrecognised_seller',
  'altered_mark',
  'star_on_sign',
  'misleading_advertising',
] as const
export type Violation = (typeof VIOLATIONS)[number]
export type InspectionState = 'planned' | 'under_way' | 'concluded' | 'followed_up' | 'closed' | 'cancelled'
export type RightState = 'valid' | 'not_yet_valid' | 'expired' | 'revoked' | 'suspended' | 'replaced'

/** A line of `GET /official/post-inspections`. Days are yyyy-mm-dd at +07. */
export interface InspectionLine {
  id: string
  planned: boolean
  trigger: Trigger | null
  recognitionId: string
  productName: string
  producerName: string
  stars: number
  /** yyyy-mm. */
  plannedFor: string
  day: string | null
  state: InspectionState
  concludedOn: string | null
  failed: number
  sample: boolean
}

export interface LookNote {
  look: Look
  result: LookResult
  note: string
}

export interface FollowUp {
  id: string
  what: string
  dueOn: string
  state: 'open' | 'answered' | 'accepted' | 'refused'
  overdue: boolean
  answers: {
    note: string
    file: string | null
    at: string
    review: { verdict: 'accepted' | 'refused'; note: string; at: string } | null
  }[]
}

export interface Proposal {
  id: string
  recognitionId: string
  productName: string
  producerName: string
  inspectionId: string | null
  authority: string | null
  authorityPaper: string | null
  ground: string
  reason: string
  evidence: string
  concludedOn: string
  dueOn: string
  state: 'proposed' | 'drafted' | 'decided' | 'dropped'
  draftId: string | null
  dropNote: string | null
  decisionNumber: string | null
  decidedOn: string | null
}

export interface FollowUpWork {
  inspection: InspectionLine
  followUp: FollowUp
}

/** `GET /official/post-inspections`. */
export interface InspectionList {
  inspections: InspectionLine[]
  total: number
  next: number | null
  summary: { planned: number; plannedDone: number; adHoc: number; adHocDone: number }
  overdue: FollowUpWork[]
  answered: FollowUpWork[]
  proposals: Proposal[]
}

export interface MarketRecord {
  id: string
  foundAt: string
  place: string
  seller: string
  findings: string[]
  violations: Violation[]
  notes: string
}

/** `GET /official/post-inspections/:id`. */
export interface InspectionDetail {
  inspection: InspectionLine & {
    triggerNote: string | null
    place: string | null
    team: { name: string; unit: string }[]
    looks: LookNote[]
    violations: Violation[]
    conclusion: string | null
    endNote: string | null
  }
  photos: { file: string; look: Look; kind: 'photo' | 'document'; title: string }[]
  followUps: FollowUp[]
  proposals: Proposal[]
  records: MarketRecord[]
  recordsFound: MarketRecord[]
  mayPropose: boolean
  /** Last day to decide on a revocation on its conclusion; null before that. */
  decideBy: string | null
  today: string
  rule: { grounds: { code: string; vi: string; en: string }[]; days: number }
}

/** `GET /official/inspection-plans`. */
export interface Plan {
  id: string
  year: number
  level: 'province' | 'ministry'
  provinceCode: string | null
  title: string
  state: 'draft' | 'approved'
  decisionNumber: string | null
  decisionDate: string | null
  items: {
    id: string
    recognitionId: string
    productName: string
    producerName: string
    stars: number
    month: number
    inspection: { id: string; state: InspectionState; day: string | null } | null
  }[]
  done: number
  sample: boolean
}

/** `GET /store/mark-uses/:recognition`. */
export interface PublicMarkUse {
  recognitionId: string
  productName: string
  productHandle: string | null
  productCode: string | null
  producerName: string
  stars: number
  right: { allowed: boolean; state: RightState; since: string; until: string }
  decision: { number: string; date: string; authority: string }
  sample: boolean
}

/** A row of `GET /official/mark-uses` and `GET /producer/mark-uses`. */
export interface MarkUse extends PublicMarkUse {
  artwork: {
    id: string
    usedOn: 'label' | 'packaging' | 'advertising'
    title: string
    printedName: string
    printedStars: number
    since: string
    until: string | null
    file: string
    violations: Violation[]
  }[]
  violations: {
    kind: Violation
    source: 'artwork' | 'inspector_record' | 'post_inspection'
    id: string
    on: string | null
  }[]
}

export interface MarkUsePage {
  markUses: MarkUse[]
  total: number
  next: number | null
}

/** A line of `GET /producer/post-inspections`. */
export interface HolderInspection {
  id: string
  planned: boolean
  productName: string
  stars: number
  day: string | null
  place: string | null
  looks: LookNote[]
  violations: Violation[]
  state: 'concluded' | 'followed_up' | 'closed'
  conclusion: string | null
  concludedOn: string | null
  sample: boolean
  followUps: FollowUp[]
}
