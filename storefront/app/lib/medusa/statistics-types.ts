/** One part of a statistic; further columns of the document are kept under their own names. */
export type StatisticPart = { key: string; label: string; value: number | null } & Record<
  string,
  string | number | null
>

/** A statistic as a document gives it; numbers are never mended, `inconsistency` says where they do not agree. */
export interface StatisticRow {
  id: string
  title: string
  titleEn: string | null
  scope: { level: string; name: string }
  period: string | null
  /** Calendar day, yyyy-mm-dd. */
  asOf: string | null
  isTarget: boolean
  unit: string | null
  total: number | null
  dimension: string | null
  breakdown: StatisticPart[]
  facts: Record<string, string | number>
  inconsistency: string | null
  inconsistencyEn: string | null
  note: string | null
  noteEn: string | null
  /** Citation of the document. */
  source: string
  /** A few words of the document, to find the place. */
  quote: string | null
}

export interface FairRow {
  id: string
  kind: string
  name: string
  operatorProvince: string | null
  location: string | null
  year: number | null
  status: string
  source: string
}

export interface ShopRow {
  handle: string
  name: string
  kind: string
  operatorProvince: string | null
  location: string | null
  productCount: number | null
  producerCount: number | null
  year: number | null
  status: string
  salesChannelId: string | null
  source: string
}

export interface LegalRow {
  id: string
  number: string | null
  type: string
  /** Calendar day, or a month or year where the document says no more. */
  date: string | null
  issuer: string | null
  level: string | null
  subject: string | null
  inconsistency: string | null
  source: string
}

export interface StatisticsAnswer {
  statistics: StatisticRow[]
  fairs: FairRow[]
  legalBasis: LegalRow[]
}
