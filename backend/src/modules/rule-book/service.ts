import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/knex'
import type { Context } from '@medusajs/framework/types'
import { InjectManager, InjectTransactionManager, MedusaContext, MedusaService } from '@medusajs/framework/utils'
import { RuleRecord } from './models/rule-record'
import { type NewRule, type RuleVerdict, weighRules } from './weigh-rules'

/** An adopted record without its content. */
export interface AdoptedRule {
  id: string
  kind: string
  key: string
  valid_from: string
  valid_to: string | null
  title: string
  source: string
  confidence: 'sure' | 'likely' | 'assumed'
  sha256: string
  /** ISO 8601, UTC. */
  adopted_at: string
  adopted_by: string | null
}

/** Two people adopting at once must not both find the days free; adoption is rare, so one waits for the other. */
const LOCK = 'LOCK TABLE rule_record IN SHARE ROW EXCLUSIVE MODE'

const CONTENT = `SELECT coalesce(md5(string_agg(sha256, ',' ORDER BY sha256)), '') AS version FROM rule_record WHERE deleted_at IS NULL`

const LIST = `
  SELECT id, kind, key, valid_from, valid_to, title, source, confidence, sha256,
    to_char(adopted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS adopted_at, adopted_by
  FROM rule_record WHERE deleted_at IS NULL ORDER BY kind, key, valid_from DESC`

/** Sổ quy định: what the law said on which day. */
export class RuleBookModuleService extends MedusaService({ RuleRecord }) {
  /** Says of every record what adopting it would do, in their order; nothing is written. */
  @InjectManager()
  async weigh(
    records: readonly NewRule[],
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<RuleVerdict[]> {
    return weighRules(records, await this.listAdopted(context))
  }

  /**
   * Adopts records in one transaction. Out: what became of each, and the ids of those that are new. When one is refused, none is
   * written. In: who adopts (null: the seed) and when.
   */
  @InjectTransactionManager()
  async adopt(
    records: readonly NewRule[],
    by: { userId: string | null; at: Date },
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<{ verdicts: RuleVerdict[]; ids: string[] }> {
    await context.transactionManager?.execute(LOCK)
    const verdicts = weighRules(records, await this.listAdopted(context))
    if (verdicts.some((verdict) => verdict === 'changed' || verdict === 'overlaps')) return { verdicts, ids: [] }
    const fresh = records.filter((_, index) => verdicts[index] === 'new')
    const rows = await this.createRuleRecords(
      fresh.map((record) => ({ ...record, adopted_at: by.at, adopted_by: by.userId })),
      context,
    )
    return { verdicts, ids: rows.map((row) => row.id) }
  }

  /** Every adopted record without its content, the newest of a kind and key first. */
  @InjectManager()
  async listAdopted(@MedusaContext() context: Context<SqlEntityManager> = {}): Promise<AdoptedRule[]> {
    const manager = context.transactionManager ?? context.manager
    return (await manager?.execute<AdoptedRule[]>(LIST)) ?? []
  }

  /** A text that changes with the book: what was read from it may be kept for as long as this stays. */
  @InjectManager()
  async version(@MedusaContext() context: Context<SqlEntityManager> = {}): Promise<string> {
    const manager = context.transactionManager ?? context.manager
    const rows = await manager?.execute<{ version: string }[]>(CONTENT)
    return rows?.[0]?.version ?? ''
  }
}
