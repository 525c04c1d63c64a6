import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import { PLACE_MODULE } from '../modules/place'
import type { PlaceModuleService } from '../modules/place/service'
import { PROGRAMME_MODULE } from '../modules/programme'
import type { ProgrammeModuleService, ReportReleaseDTO } from '../modules/programme/service'
import type { HeldPost } from '../officials/held-post'
import type { OfficialScope } from '../officials/official-scope'
import { permittedPost } from '../officials/official-scope'
import type { ProgrammeFigures } from './programme-figures'
import type { FiguresPlace } from './read-facts'
import { makeReport, type ProgrammeReport, reportDue } from './report'
import { reportPeriod } from './report-period'

/** An edition that was handed in, without its tables. */
export interface ReleaseView {
  edition: number
  releasedAt: string
  releasedBy: string
  dueOn: string
  late: boolean
  note: string
  sha256: string
}

/**
 * The place an official asks about: their own province without one being named. Throws ApiError 404 outside of their place, and 403 when no
 * post of theirs reads reports. Out: the place and the post it is read under.
 */
export function reportPlace(
  official: OfficialScope,
  verb: 'report:read' | 'report:release',
  asked: string | null | undefined,
): { provinceCode: FiguresPlace; post: HeldPost } {
  const first = permittedPost(official, verb)
  const provinceCode = asked ?? (first.level === 'ministry' ? null : first.provinceCode)
  // A commune's leader reads the reports of the province it lies in: there are none below.
  const reads = official.posts.find(({ provinceCode: own, level }) => level === 'commune' && own === provinceCode)
  if (verb === 'report:read' && reads && provinceCode !== null) return { provinceCode, post: reads }
  return { provinceCode, post: permittedPost(official, verb, { provinceCode, communeCode: null }) }
}

/** The editions of a period that were handed in, first to last. */
export async function releasesOf(
  container: MedusaContainer,
  period: string | undefined,
  provinceCode: FiguresPlace,
): Promise<(ReleaseView & { period: string })[]> {
  const programme: ProgrammeModuleService = container.resolve(PROGRAMME_MODULE)
  const rows = await programme.listReportReleases(
    { province_code: provinceCode, ...(period === undefined ? {} : { period }) },
    { take: null, order: { edition: 'ASC' } },
  )
  return rows.map((row) => ({ period: row.period, ...toView(row) }))
}

function toView(row: ReportReleaseDTO): ReleaseView {
  const releasedAt = new Date(row.created_at).toISOString()
  const day = new Date(Date.parse(releasedAt) + 7 * 3_600_000).toISOString().slice(0, 10)
  return {
    ...{ edition: row.edition, releasedAt, releasedBy: row.official_name, dueOn: row.due_on },
    ...{ late: row.edition === 1 && day > row.due_on, note: row.note, sha256: row.sha256 },
  }
}

/** A report counted anew, or an edition as it was handed in. Throws ApiError 404 for what there is none of. */
export async function readReport(
  container: MedusaContainer,
  question: { period: string; provinceCode: FiguresPlace; edition?: number; now: Date },
): Promise<ProgrammeReport> {
  const { period, provinceCode, edition, now } = question
  if (edition === undefined) return makeReport(container, { period, provinceCode, now })
  const programme: ProgrammeModuleService = container.resolve(PROGRAMME_MODULE)
  const [row] = await programme.listReportReleases({ period, province_code: provinceCode, edition }, { take: 1 })
  const known = reportPeriod(period, await reportDue(container, now))
  if (!row || known === null) throw new ApiError(404, 'not_found')
  const names = await provinceNames(container)
  return {
    period: { ...known, dueOn: row.due_on },
    provinceCode,
    placeName: provinceCode === null ? 'Cả nước' : (names.get(provinceCode) ?? provinceCode),
    asOf: row.as_of,
    knownAt: new Date(row.known_at).toISOString(),
    figures: row.content as unknown as ProgrammeFigures,
    sample: row.sample,
  }
}

/** Names of provinces by code, as people write them: `Tỉnh Tuyên Quang`. */
export async function provinceNames(container: MedusaContainer): Promise<Map<string, string>> {
  const places: PlaceModuleService = container.resolve(PLACE_MODULE)
  const rows = await places.listProvinces({}, { take: null, select: ['code', 'full_name'] })
  return new Map(rows.map(({ code, full_name }) => [code, full_name]))
}
