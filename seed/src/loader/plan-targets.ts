import type { SeedData } from '../data/load-data.ts'
import { requireBy } from '../data/load-data.ts'

/** A target as the shop writes it down. */
export interface PlanTarget {
  year: number
  province_code: string | null
  place: string
  measure: 'recognised' | 'new' | 'upgraded' | 'five_stars' | 'holders'
  target: number
  source: string
  stated_result: number | null
  official_id: null
  sample: boolean
}

/** Facts of a plan by their names in the documents' figures, and the measure each is about. */
const MEASURES = {
  new_3_star_or_more_min: 'new',
  upgrades_3_to_4_min: 'upgraded',
  national_5_star_min: 'five_stars',
} as const

/**
 * The plans that the documents' figures contain: Tuyên Quang's until 2020, with what the report says was reached in each district, and
 * Đồng Tháp's for 2021. Nothing is typed twice: every number is taken from the figure it stands in.
 */
export function planTargets(data: SeedData): PlanTarget[] {
  const whole = requireBy(data.statistics, 'id', 'TQ-02')
  const byDistrict = requireBy(data.statistics, 'id', 'TQ-03')
  const next = requireBy(data.statistics, 'id', 'DT-13')
  const common = { official_id: null, sample: false } as const
  const recognised = (statistic: typeof whole) => ({
    ...common,
    year: Number(statistic.period?.slice(-4)),
    province_code: provinceCode(data, statistic.scope.name),
    measure: 'recognised' as const,
    source: sourceOf(data, statistic.source),
  })
  return [
    {
      ...recognised(whole),
      ...{ place: '', target: Number(whole.facts.plan_products), stated_result: Number(whole.facts.awarded) },
    },
    ...byDistrict.breakdown.map((part) => ({
      ...recognised(byDistrict),
      ...{ place: part.label, target: Number(part.plan), stated_result: part.value },
    })),
    ...Object.entries(MEASURES).map(([fact, measure]) => ({
      ...common,
      ...{ year: Number(next.period), province_code: provinceCode(data, next.scope.name), place: '', measure },
      ...{ target: Number(next.facts[fact]), source: sourceOf(data, next.source), stated_result: null },
    })),
  ]
}

function provinceCode(data: SeedData, name: string): string {
  return requireBy(data.provinces, 'name', name).code
}

function sourceOf(data: SeedData, id: string): string {
  return requireBy(data.sources, 'id', id).title
}
