/** What a plan may promise: products recognised, new ones, ones raised to a higher class, ones with 5 stars, holders. */
export const PLAN_MEASURES = ['recognised', 'new', 'upgraded', 'five_stars', 'holders'] as const
export type PlanMeasure = (typeof PLAN_MEASURES)[number]
