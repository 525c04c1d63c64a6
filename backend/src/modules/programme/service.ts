import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/knex'
import type { Context, InferTypeOf } from '@medusajs/framework/types'
import { InjectManager, InjectTransactionManager, MedusaContext, MedusaService } from '@medusajs/framework/utils'
import { ApiError } from '../../http/api-error'
import { LegalInstrument } from './models/legal-instrument'
import { PlanTarget } from './models/plan-target'
import { ReportRelease } from './models/report-release'
import { Statistic } from './models/statistic'
import type { PlanMeasure } from './plan-measures'

export type PlanTargetDTO = InferTypeOf<typeof PlanTarget>
export type ReportReleaseDTO = InferTypeOf<typeof ReportRelease>

/** A target as it is written down. */
export interface PlanTargetRow {
  year: number
  province_code: string | null
  place: string
  measure: PlanMeasure
  target: number
  source: string
  stated_result: number | null
  official_id: string | null
  sample: boolean
}

/** A report as it is handed in; the edition is given here. */
export type ReportReleaseRow = Pick<
  ReportReleaseDTO,
  | 'period'
  | 'province_code'
  | 'as_of'
  | 'known_at'
  | 'content'
  | 'sha256'
  | 'due_on'
  | 'note'
  | 'official_id'
  | 'official_name'
  | 'sample'
>

const TARGETS_AT = `
  SELECT id, year, province_code, place, measure, target, source, stated_result, sample
  FROM plan_target
  WHERE deleted_at IS NULL AND created_at <= ? AND (ended_at IS NULL OR ended_at > ?)
  ORDER BY year, province_code NULLS FIRST, measure, place, created_at, id`

const LAST_EDITION = `
  SELECT coalesce(max(edition), 0)::int AS last FROM report_release
  WHERE period = ? AND coalesce(province_code, '') = ? AND deleted_at IS NULL`

/** The programme's own figures and legal basis as its documents give them, its plans, and the reports handed in. */
export class ProgrammeModuleService extends MedusaService({ Statistic, LegalInstrument, PlanTarget, ReportRelease }) {
  /** The targets that stood at a moment, by year, place and measure. */
  @InjectManager()
  async targetsAt(
    moment: Date,
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<(Omit<PlanTargetRow, 'official_id'> & { id: string })[]> {
    const at = moment.toISOString()
    return (await context.manager?.execute(TARGETS_AT, [at, at])) ?? []
  }

  /**
   * Writes a target down; the one that stood for the same year, place and measure ends. Out: ids of the new and of the ended one, for the
   * undo. Throws ApiError 409 `conflict` when somebody writes the same at once.
   */
  @InjectTransactionManager()
  async setTarget(
    row: PlanTargetRow,
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<{ id: string; ended: string | null }> {
    const { year, province_code, place, measure } = row
    const [standing] = await this.listPlanTargets(
      { year, province_code, place, measure, ended_at: null },
      { take: 1 },
      context,
    )
    if (standing) await this.updatePlanTargets({ id: standing.id, ended_at: new Date() }, context)
    const created = await this.createPlanTargets(row, context).catch(refuseSecond)
    return { id: created.id, ended: standing?.id ?? null }
  }

  /** Takes a target off the record and lets the one before stand again (undo of `setTarget`). */
  @InjectTransactionManager()
  async unsetTarget(
    { id, ended }: { id: string; ended: string | null },
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<void> {
    await this.deletePlanTargets(id, context)
    if (ended !== null) await this.updatePlanTargets({ id: ended, ended_at: null }, context)
  }

  /**
   * Hands a report in as the next edition of its period and place. Throws ApiError 422 `report_note_missing` for a further edition that
   * does not say why, and 409 `conflict` when two hand it in at once.
   */
  @InjectTransactionManager()
  async releaseReport(
    row: ReportReleaseRow,
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<{ id: string; edition: number }> {
    const [found] =
      (await context.transactionManager?.execute<{ last: number }[]>(LAST_EDITION, [
        row.period,
        row.province_code ?? '',
      ])) ?? []
    const edition = (found?.last ?? 0) + 1
    if (edition > 1 && row.note === '') throw new ApiError(422, 'report_note_missing', { field: 'note' })
    const created = await this.createReportReleases({ ...row, edition }, context).catch(refuseSecond)
    return { id: created.id, edition }
  }
}

/** The database lets one of two through; the other hears it as such. */
function refuseSecond(error: unknown): never {
  if (error instanceof Error && /already exists|unique/i.test(error.message)) throw new ApiError(409, 'conflict')
  throw error
}
