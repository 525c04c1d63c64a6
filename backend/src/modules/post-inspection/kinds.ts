/** What a post-inspection looks at, in the order of QĐ 26/2026 art. 9. */
export const LOOKS = ['criteria', 'mark_use', 'product_information', 'advertising'] as const
export type Look = (typeof LOOKS)[number]

export const LOOK_RESULTS = ['pass', 'fail', 'not_looked'] as const
export type LookResult = (typeof LOOK_RESULTS)[number]

/** What was seen of one of the four looks. */
export interface LookNote {
  look: Look
  result: LookResult
  note: string
}

/** Why somebody goes there without a plan. */
export const TRIGGERS = ['complaint', 'clone_alert', 'inspector_record', 'media'] as const
export type Trigger = (typeof TRIGGERS)[number]

/** How the certification mark is misused (QĐ 1162 and practice). */
export const MARK_VIOLATIONS = [
  'lapsed',
  'wrong_stars',
  'other_product',
  'unrecognised_seller',
  'altered_mark',
  'star_on_sign',
  'misleading_advertising',
] as const
export type MarkViolation = (typeof MARK_VIOLATIONS)[number]

export const PLAN_LEVELS = ['province', 'ministry'] as const
export type PlanLevel = (typeof PLAN_LEVELS)[number]

/** What registered artwork is on. */
export const ARTWORK_USES = ['label', 'packaging', 'advertising'] as const
export type ArtworkUse = (typeof ARTWORK_USES)[number]

/** Who is there, and for which office. */
export interface TeamMember {
  name: string
  unit: string
}

/** One answer of the holder to what must be mended, and what was said to it. */
export interface MendAnswer {
  note: string
  /** Name of the paper in the producer's store of evidence; null without one. */
  file: string | null
  memberId: string
  /** UTC, ISO 8601. */
  at: string
  review: { verdict: 'accepted' | 'refused'; note: string; officialId: string; at: string } | null
}
