import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/knex'
import type { Context, InferTypeOf } from '@medusajs/framework/types'
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from '@medusajs/framework/utils'
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

/** Ends the target that stands. In: year, province or '', place, measure. */
const END_TARGET = `
  UPDATE plan_target SET ended_at = clock_timestamp(), updated_at = now()
  WHERE year = ? AND coalesce(province_code, '') = ? AND place = ? AND measure = ? AND ended_at IS NULL AND deleted_at IS NULL
  RETURNING id`

/** Of two who write the same target at once, the second gets no row. */
const INSERT_TARGET = `
  INSERT INTO plan_target (id, year, province_code, place, measure, target, source, stated_result, official_id, sample, created_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp()) ON CONFLICT DO NOTHING RETURNING id`

/** Of two who hand in the same edition at once, the second gets no row. */
const INSERT_RELEASE = `
  INSERT INTO report_release (id, period, province_code, edition, as_of, known_at, content, sha256, due_on, note, official_id,
    official_name, sample)
  VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id`

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
    const manager = context.transactionManager
    const { year, province_code, place, measure } = row
    const [standing] =
      (await manager?.execute<{ id: string }[]>(END_TARGET, [year, province_code ?? '', place, measure])) ?? []
    const id = generateEntityId(undefined, 'plan')
    const values = [id, year, province_code, place, measure, row.target, row.source, row.stated_result, row.official_id]
    const written = (await manager?.execute<{ id: string }[]>(INSERT_TARGET, [...values, row.sample])) ?? []
    if (written.length === 0) throw new ApiError(409, 'conflict')
    return { id, ended: standing?.id ?? null }
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
    const id = generateEntityId(undefined, 'report')
    const written =
      (await context.transactionManager?.execute<{ id: string }[]>(INSERT_RELEASE, [
        ...[id, row.period, row.province_code, edition, row.as_of, new Date(row.known_at).toISOString()],
        ...[
          JSON.stringify(row.content),
          row.sha256,
          row.due_on,
          row.note,
          row.official_id,
          row.official_name,
          row.sample,
        ],
      ])) ?? []
    if (written.length === 0) throw new ApiError(409, 'conflict')
    return { id, edition }
  }
}
