/** Answers of `/store/programme-figures` and `/official/reports`; days are yyyy-mm-dd at +07. */
export interface ByStars {
  five: number
  four: number
  three: number
  all: number
}

export type HolderForm = 'cooperative' | 'cooperative_group' | 'enterprise' | 'household' | 'facility' | 'other'
export type PlanMeasure = 'recognised' | 'new' | 'upgraded' | 'five_stars' | 'holders'

export interface PlanLine {
  id: string
  year: number
  provinceCode: string | null
  place: string
  measure: PlanMeasure
  target: number
  source: string
  statedResult: number | null
  result: number | null
  percent: number | null
  sample: boolean
}

export interface RoundLine {
  half: string
  registered: number
  holders: number
  passedOn: number
  judged: number
  awarded: number
}

export interface ProgrammeFigures {
  inForce: ByStars
  transitional: number
  suspended: number
  movement: { start: number; gained: number; lost: number; raised: number; lowered: number }
  awarded: { first: ByStars; upgrade: ByStars; again: ByStars; all: ByStars }
  revoked: number
  bySector: { sector: string | null; stars: ByStars }[]
  byProvince: { provinceCode: string | null; stars: ByStars; holders: number }[]
  holders: { all: number; byForm: { form: HolderForm | null; count: number }[] }
  plan: PlanLine[]
  rounds: RoundLine[]
}

export interface ReportPeriod {
  kind: 'monthly' | 'yearly'
  key: string
  stretch: { from: string; to: string }
  dueOn: string
}

export interface ProgrammeReport {
  period: ReportPeriod
  provinceCode: string | null
  placeName: string
  asOf: string
  knownAt: string
  figures: ProgrammeFigures
  sample: boolean
}

export interface Release {
  edition: number
  releasedAt: string
  releasedBy: string
  dueOn: string
  late: boolean
  note: string
  sha256: string
}

export interface ReportsAnswer {
  provinceCode: string | null
  placeName: string | null
  today: string
  periods: (ReportPeriod & { releases: Release[] })[]
}

export interface ReportAnswer {
  report: ProgrammeReport
  edition: number | null
  sha256: string
  releases: Release[]
}
