import type { MedusaContainer } from '@medusajs/framework/types'
import { addDays } from '@sao-lang/traceability/verify/rating'
import { releasesOf } from '../../figures/read-reports'
import { openPeriods } from '../../figures/report'
import { type OfficialScope, postsWith } from '../official-scope'
import type { Duty } from './duty'

/** How long before its last day a report is announced. */
const AHEAD_DAYS = 31
/** What is older was missed long ago and is nobody's work any more. */
const BEHIND_DAYS = 62

/** Reports that the official may hand in and that are due soon, or were due lately. */
export async function reportDuties(container: MedusaContainer, official: OfficialScope): Promise<Duty[]> {
  const posts = postsWith(official, 'report:release')
  if (posts.length === 0) return []
  const periods = (await openPeriods(container, new Date())).filter(
    ({ dueOn, stretch, kind }) =>
      dueOn <= addDays(official.day, AHEAD_DAYS) &&
      dueOn >= addDays(official.day, -BEHIND_DAYS) &&
      (kind === 'yearly' || stretch.to < official.day),
  )
  const places = [...new Set(posts.map(({ level, provinceCode }) => (level === 'ministry' ? null : provinceCode)))]
  const duties = await Promise.all(
    places.map(async (provinceCode): Promise<Duty[]> => {
      const handedIn = new Set((await releasesOf(container, undefined, provinceCode)).map(({ period }) => period))
      return periods
        .filter(({ key }) => !handedIn.has(key))
        .map(({ key, dueOn }) => ({
          ...{ key: 'report_due' as const, count: 1, path: `/can-bo/bao-cao/${key}` as const },
          ...{ dueOn, overdue: dueOn < official.day },
        }))
    }),
  )
  return duties.flat()
}
