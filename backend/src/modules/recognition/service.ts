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
import { enqueue, productChanged } from '../../outbox/enqueue'
import { CouncilDecision } from './models/council-decision'
import { DecisionDraft } from './models/decision-draft'
import { DecisionImport } from './models/decision-import'
import { DecisionImportRow } from './models/decision-import-row'
import { Recognition } from './models/recognition'
import { RecognitionSuspension } from './models/recognition-suspension'
import { StarState } from './models/star-state'
import { numberFree } from './number-free'
import { type RegisterFilter, type RegisterRow, registerCount, type Statement } from './register-sql'
import {
  type DecisionRow,
  type ExtensionRow,
  type ImportedResult,
  type ImportRowDraft,
  type LiftingRow,
  type RecognitionChange,
  type RecognitionRow,
  type RevocationRow,
  type Signed,
  type SigningRows,
  type SuspensionEnd,
  type SuspensionRow,
  searchText,
  toDecisionColumns,
  toRecognitionColumns,
} from './rows'
import {
  BUILT_ON_IMPORT,
  CLAIM_DRAFT,
  CLAIM_DRAFT_CHANGE,
  CLAIM_IMPORT,
  CLAIM_SUSPENSION,
  CLAIM_UNDO,
  FIGURE_FACTS,
  INSERT_DECISIONS,
  INSERT_IMPORT_ROWS,
  INSERT_RECOGNITIONS,
  LINK_REPLACEMENTS,
  REMOVE_IMPORTED_DECISIONS,
  REMOVE_IMPORTED_RECOGNITIONS,
  STAR_FACTS,
  UPSERT_STAR_STATES,
} from './sql'

export type { DecisionRow, RecognitionRow } from './rows'
export type CouncilDecisionDTO = InferTypeOf<typeof CouncilDecision>
export type RecognitionDTO = InferTypeOf<typeof Recognition>
export type RecognitionSuspensionDTO = InferTypeOf<typeof RecognitionSuspension>
export type DecisionDraftDTO = InferTypeOf<typeof DecisionDraft>
export type DecisionImportDTO = InferTypeOf<typeof DecisionImport>
export type DecisionImportRowDTO = InferTypeOf<typeof DecisionImportRow>

/** A change of an open draft, made by one who has read this version. */
export type DraftChange = Pick<DecisionDraftDTO, 'id' | 'version'> &
  Partial<Pick<DecisionDraftDTO, 'authority' | 'legal_basis' | 'rows' | 'evaluation_ref' | 'state'>>

/** Rows of a statement that takes them as one JSON text. */
const CHUNK = 2_000

/** What the star of a day is computed from. */
export interface StarFact {
  id: string
  product_id: string
  stars: 3 | 4 | 5
  valid_from: string
  valid_to: string
  revoked_on: string | null
  /** Last day of a transitional extension, included. */
  extended_to: string | null
  /** Days without a star, first and last included; `to` is null while it lasts. */
  suspensions: { from: string; to: string | null }[]
  decision_date: string
}

/** What the programme's figures are counted from, as it was known at a moment. */
export interface FigureFact extends Omit<StarFact, 'product_id'> {
  product_id: string | null
  product_code: string | null
  product_name: string
  producer_id: string | null
  producer_name: string | null
  province_code: string | null
  sector: string | null
  sample: boolean
}

/** Columns that `changeRecognition` may set, in the order they are kept for the undo. */
const CHANGEABLE = [
  'product_name',
  'producer_name',
  'product_code',
  'valid_from',
  'valid_to',
  'points',
  'revoked_on',
  'revocation_ground',
  'revoked_by_decision_id',
  'extended_to',
  'extended_by_decision_id',
] as const satisfies readonly Exclude<keyof RecognitionChange, 'id'>[]

/** Council decisions and the stars they give. */
export class RecognitionModuleService extends MedusaService({
  CouncilDecision,
  DecisionDraft,
  DecisionImport,
  DecisionImportRow,
  Recognition,
  RecognitionSuspension,
  StarState,
}) {
  /** One decision with all its recognitions and the messages about them, in one transaction. */
  @InjectTransactionManager()
  async recordDecision(
    decision: DecisionRow,
    recognitions: RecognitionRow[],
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<{ decision: CouncilDecisionDTO; recognitionIds: string[] }> {
    const created = await this.createCouncilDecisions(toDecisionColumns(decision), context)
    const rows = await this.createRecognitions(
      recognitions.map((row) => toRecognitionColumns(row, created)),
      context,
    )
    await this.followProducts(rows, context)
    return { decision: created as unknown as CouncilDecisionDTO, recognitionIds: rows.map((row) => row.id) }
  }

  /** Takes a decision and its recognitions off the record (undo of recordDecision). */
  @InjectTransactionManager()
  async removeDecision(decisionId: string, @MedusaContext() context: Context<SqlEntityManager> = {}): Promise<void> {
    const rows = await this.listRecognitions({ decision_id: decisionId }, { take: null }, context)
    await this.deleteRecognitions(
      rows.map((row) => row.id),
      context,
    )
    await this.deleteCouncilDecisions(decisionId, context)
    await this.followProducts(rows, context)
  }

  /**
   * Sets columns of a recognition after its decision: days, a revocation, an extension, a corrected name.
   * Out: the values before, for the undo. Throws NOT_FOUND for an unknown id, ApiError 422 when the days are out of order.
   */
  @InjectTransactionManager()
  async changeRecognition(
    change: RecognitionChange,
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<Required<RecognitionChange>> {
    const before = await this.retrieveRecognition(change.id, { relations: ['decision'] }, context)
    const after = { ...before, ...change }
    if (after.valid_from > after.valid_to) throw new ApiError(422, 'validity_backwards', { field: 'valid_to' })
    if (after.extended_to !== null && after.extended_to <= after.valid_to) {
      throw new ApiError(422, 'extension_too_short', { field: 'extended_to' })
    }
    const search_text = searchText({ ...after, decisionNumber: before.decision.number })
    await this.updateRecognitions({ ...change, search_text }, context)
    await this.followProducts([before], context)
    const kept = Object.fromEntries(CHANGEABLE.map((column) => [column, before[column]]))
    return { id: before.id, ...kept } as Required<RecognitionChange>
  }

  /** Takes a recognition back from a day on; the record stays. Out: the values before. Throws as `changeRecognition`. */
  async revoke(
    revocation: RevocationRow,
    context: Context<SqlEntityManager> = {},
  ): Promise<Required<RecognitionChange>> {
    return this.changeRecognition(revocation, context)
  }

  /** Lets a recognition count until a later day (QĐ 26/2026 art. 12). Out: the values before. Throws as `changeRecognition`. */
  async extend(extension: ExtensionRow, context: Context<SqlEntityManager> = {}): Promise<Required<RecognitionChange>> {
    return this.changeRecognition(extension, context)
  }

  /**
   * Suspends a recognition from a day on. Out: id of the suspension.
   * Throws NOT_FOUND, ApiError 422 when the days are out of order, 409 when it is suspended on one of them already.
   */
  @InjectTransactionManager()
  async suspend(row: SuspensionRow, @MedusaContext() context: Context<SqlEntityManager> = {}): Promise<string> {
    if (row.to !== null && row.from > row.to) throw new ApiError(422, 'validity_backwards', { field: 'to' })
    const recognition = await this.retrieveRecognition(row.recognition_id, { relations: ['suspensions'] }, context)
    const overlaps = recognition.suspensions.some(
      ({ from, to }) => (row.to === null || from <= row.to) && (to === null || row.from <= to),
    )
    if (overlaps) throw new ApiError(409, 'already_suspended', { field: 'from' })
    const made = await this.createRecognitionSuspensions(row, context)
    await this.followProducts([recognition], context)
    return made.id
  }

  /**
   * Says which day of a suspension is its last; null takes the end away again.
   * Out: its end before, for the undo. Throws NOT_FOUND, ApiError 422 for a day before the first one.
   */
  @InjectTransactionManager()
  async liftSuspension(
    end: SuspensionEnd,
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<Required<SuspensionEnd>> {
    const { id, to } = end
    const before = await this.retrieveRecognitionSuspension(id, { relations: ['recognition'] }, context)
    if (to !== null && to < before.from) throw new ApiError(422, 'validity_backwards', { field: 'to' })
    await this.updateRecognitionSuspensions(end, context)
    await this.followProducts([before.recognition], context)
    const { to: was, lifted_by_decision_id, planned_to } = before
    return { id, to: was, lifted_by_decision_id, planned_to }
  }

  /** Takes a suspension off the record (undo of `suspend`). */
  @InjectTransactionManager()
  async removeSuspension(id: string, @MedusaContext() context: Context<SqlEntityManager> = {}): Promise<void> {
    const before = await this.retrieveRecognitionSuspension(id, { relations: ['recognition'] }, context)
    await this.deleteRecognitionSuspensions(id, context)
    await this.followProducts([before.recognition], context)
  }

  /**
   * Changes or drops an open draft; every change counts its version up.
   * Out: the draft before. Throws NOT_FOUND, ApiError 409 `draft_not_open` when it has been signed, dropped or changed since.
   */
  @InjectTransactionManager()
  async changeDraft(
    { id, version, ...change }: DraftChange,
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<DecisionDraftDTO> {
    const before = await this.retrieveDecisionDraft(id, {}, context)
    const claimed = await context.transactionManager?.execute<unknown[]>(CLAIM_DRAFT_CHANGE, [id, version])
    if (!claimed?.length) throw new ApiError(409, 'draft_not_open')
    await this.updateDecisionDrafts({ id, ...change }, context)
    return before as unknown as DecisionDraftDTO
  }

  /**
   * Ends a suspension by a decision. Out: its end before. Throws as `liftSuspension`, and ApiError 409 `suspension_not_open` when it no
   * longer ends where the signer has seen it end.
   */
  private async endSuspension(
    { id, to, planned_to }: LiftingRow,
    decisionId: string,
    context: Context<SqlEntityManager>,
  ): Promise<Required<SuspensionEnd>> {
    const claimed = await context.transactionManager?.execute<unknown[]>(CLAIM_SUSPENSION, [id, planned_to])
    if (!claimed?.length) throw new ApiError(409, 'suspension_not_open')
    return this.liftSuspension({ id, to, planned_to, lifted_by_decision_id: decisionId }, context)
  }

  /**
   * Makes a draft a decision, with everything that follows from it, in one transaction.
   * Throws ApiError 409 when the draft is no longer open or has changed, and when the number is taken; what `suspend`,
   * `endSuspension` and `changeRecognition` throw.
   */
  @InjectTransactionManager()
  async signDraft(rows: SigningRows, @MedusaContext() context: Context<SqlEntityManager> = {}): Promise<Signed> {
    const claimed = await context.transactionManager?.execute<unknown[]>(CLAIM_DRAFT, [
      rows.signed_by,
      rows.draft_id,
      rows.version,
    ])
    if (!claimed?.length) throw new ApiError(409, 'draft_not_open')
    const { decision, recognitionIds } = await numberFree(
      this.recordDecision(rows.decision, rows.recognitions, context),
    )
    const { id, number, date, authority } = decision
    const before: Signed['before'] = []
    const changes: RecognitionChange[] = [
      ...rows.revocations.map((row) => ({ ...row, revoked_by_decision_id: id })),
      ...rows.extensions.map((row) => ({ ...row, extended_by_decision_id: id })),
      ...rows.corrections,
    ]
    for (const change of changes) before.push(await this.changeRecognition(change, context))
    const suspension_ids: string[] = []
    for (const row of rows.suspensions) {
      const of = { decision_number: number, decision_date: date, authority, decision_id: id }
      suspension_ids.push(await this.suspend({ ...row, ...of }, context))
    }
    const lifted: Signed['lifted'] = []
    for (const row of rows.liftings) lifted.push(await this.endSuspension(row, id, context))
    await this.updateDecisionDrafts({ id: rows.draft_id, decision_id: id }, context)
    return { draft_id: rows.draft_id, decision_id: id, recognition_ids: recognitionIds, suspension_ids, lifted, before }
  }

  /** Takes back what `signDraft` did; the draft is open again. */
  @InjectTransactionManager()
  async unsignDraft(signed: Signed, @MedusaContext() context: Context<SqlEntityManager> = {}): Promise<void> {
    for (const end of signed.lifted) await this.liftSuspension(end, context)
    for (const id of signed.suspension_ids) await this.removeSuspension(id, context)
    for (const before of signed.before.toReversed()) await this.changeRecognition(before, context)
    await this.removeDecision(signed.decision_id, context)
    await this.updateDecisionDrafts(
      { id: signed.draft_id, state: 'draft', signed_by: null, decision_id: null },
      context,
    )
  }

  /** Keeps a file that was read, with all its rows. Out: its id. */
  @InjectTransactionManager()
  async keepImport(
    draft: Omit<
      DecisionImportDTO,
      'id' | 'state' | 'committed_at' | 'undone_at' | 'created_at' | 'updated_at' | 'deleted_at'
    >,
    rows: readonly ImportRowDraft[],
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<string> {
    const { id } = await this.createDecisionImports(draft, context)
    await insertChunks(
      context,
      INSERT_IMPORT_ROWS,
      rows.map((row) => ({ id: generateEntityId(undefined, 'decrow'), import_id: id, ...row })),
    )
    return id
  }

  /**
   * Takes the new rows of a checked file over: its decisions, their recognitions and the messages, all or none.
   * Out: how many of each. Throws ApiError 409 `import_not_open` unless it is checked and without fault, `import_outdated`
   * when a number has been used since.
   */
  @InjectTransactionManager()
  async commitImport(
    importId: string,
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<{ decisions: number; recognitions: number }> {
    const claimed = await context.transactionManager?.execute<unknown[]>(CLAIM_IMPORT, [importId])
    if (!claimed?.length) throw new ApiError(409, 'import_not_open')
    const rows = await this.listDecisionImportRows(
      { import_id: importId, outcome: 'new' },
      { take: null, order: { row_no: 'ASC' }, select: ['result', 'product_id'] },
      context,
    )
    const decisions = new Map<string, ReturnType<typeof toDecisionColumns> & { id: string }>()
    const recognitions = rows.map((row) => {
      const { decision, recognition } = row.result as unknown as ImportedResult
      const key = [decision.number, decision.authority, decision.date.slice(0, 4)].join('\n')
      let on = decisions.get(key)
      if (on === undefined) {
        on = { id: generateEntityId(undefined, 'decision'), ...toDecisionColumns(decision, importId) }
        decisions.set(key, on)
      }
      return toRecognitionColumns({ ...recognition, product_id: row.product_id }, on)
    })
    await numberFree(insertChunks(context, INSERT_DECISIONS, [...decisions.values()]), 'import_outdated')
    await insertChunks(context, INSERT_RECOGNITIONS, recognitions)
    await this.followProducts(recognitions, context)
    // The planner must not look for thousands of new rows by what it knew of the few before.
    await context.transactionManager?.execute('ANALYZE council_decision, recognition')
    return { decisions: decisions.size, recognitions: recognitions.length }
  }

  /**
   * Takes exactly what an import made off the record. Throws ApiError 409: `import_not_committed`, or `import_built_upon` when
   * something stands on one of its recognitions.
   */
  @InjectTransactionManager()
  async undoImport(importId: string, @MedusaContext() context: Context<SqlEntityManager> = {}): Promise<void> {
    const manager = context.transactionManager
    const claimed = await manager?.execute<unknown[]>(CLAIM_UNDO, [importId])
    if (!claimed?.length) throw new ApiError(409, 'import_not_committed')
    const [built] = (await manager?.execute<{ product_name: string }[]>(BUILT_ON_IMPORT, [importId])) ?? []
    if (built) throw new ApiError(409, 'import_built_upon', { extra: { productName: built.product_name } })
    const removed = await manager?.execute<{ product_id: string | null }[]>(REMOVE_IMPORTED_RECOGNITIONS, [importId])
    await manager?.execute(REMOVE_IMPORTED_DECISIONS, [importId])
    await this.followProducts(removed ?? [], context)
  }

  /** Takes a file that nobody has taken over, and its rows, off the record (undo of `keepImport`). */
  @InjectTransactionManager()
  async removeImport(importId: string, @MedusaContext() context: Context<SqlEntityManager> = {}): Promise<void> {
    await context.transactionManager?.execute('DELETE FROM decision_import_row WHERE import_id = ?', [importId])
    await this.deleteDecisionImports(importId, context)
  }

  /** Says which product of ours an imported recognition is about. Throws NOT_FOUND, ApiError 409 when it is about one already. */
  @InjectTransactionManager()
  async linkProduct(
    id: string,
    product: { product_id: string; producer_id: string | null },
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<void> {
    const before = await this.retrieveRecognition(id, {}, context)
    if (before.product_id !== null) throw new ApiError(409, 'recognition_linked')
    await this.updateRecognitions({ id, ...product }, context)
    await this.followProducts([product], context)
  }

  /** Takes the product of a recognition away (undo of `linkProduct`). */
  @InjectTransactionManager()
  async unlinkProduct(id: string, @MedusaContext() context: Context<SqlEntityManager> = {}): Promise<void> {
    const before = await this.retrieveRecognition(id, {}, context)
    await this.updateRecognitions({ id, product_id: null, producer_id: null, replaced_by: null }, context)
    await this.followProducts([before], context)
  }

  /** Rows of the register that a statement of `register-sql` finds. */
  @InjectManager()
  async readRegister(
    { sql, values }: Statement,
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<RegisterRow[]> {
    return (await context.manager?.execute<RegisterRow[]>(sql, values)) ?? []
  }

  /** How many rows of the register match, and the years that decisions on record are of, newest first. */
  @InjectManager()
  async countRegister(
    filter: RegisterFilter,
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<{ total: number; years: number[] }> {
    const { sql, values } = registerCount(filter)
    const [count] = (await context.manager?.execute<{ total: number; years: number[] }[]>(sql, values)) ?? []
    return count ?? { total: 0, years: [] }
  }

  /** Every recognition as it was known at a moment, for figures of a past day. */
  @InjectManager()
  async listFigureFacts(
    knownAt: Date,
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<FigureFact[]> {
    return (await context.manager?.execute<FigureFact[]>(FIGURE_FACTS, Array(6).fill(knownAt.toISOString()))) ?? []
  }

  /** Every recognition on record of a product of ours, with its decision's date. */
  @InjectManager()
  async listStarFacts(@MedusaContext() context: Context<SqlEntityManager> = {}): Promise<StarFact[]> {
    return (await context.manager?.execute<StarFact[]>(STAR_FACTS)) ?? []
  }

  /**
   * Notes which star of each product has been announced, and queues the announcement, in one transaction.
   * In: only products whose star differs from what was announced before.
   */
  @InjectTransactionManager()
  async announceStars(
    states: { product_id: string; fingerprint: string }[],
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<void> {
    await context.transactionManager?.execute(UPSERT_STAR_STATES, [JSON.stringify(states)])
    await enqueue(context, productChanged(states.map((state) => state.product_id)))
  }

  /** What follows from any change of these recognitions, in the caller's transaction. */
  private async followProducts(
    rows: readonly { product_id: string | null }[],
    context: Context<SqlEntityManager>,
  ): Promise<void> {
    const productIds = rows.flatMap(({ product_id }) => (product_id === null ? [] : [product_id]))
    if (productIds.length === 0) return
    await context.transactionManager?.execute(LINK_REPLACEMENTS, [JSON.stringify(productIds)])
    await enqueue(context, productChanged(productIds))
  }
}

async function insertChunks(
  context: Context<SqlEntityManager>,
  statement: string,
  rows: readonly object[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) {
    await context.transactionManager?.execute(statement, [JSON.stringify(rows.slice(start, start + CHUNK))])
  }
}
