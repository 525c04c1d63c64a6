import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/knex'
import type { Context, InferTypeOf } from '@medusajs/framework/types'
import { InjectTransactionManager, MedusaContext, MedusaService } from '@medusajs/framework/utils'
import { type ProductCodeFormat, registrationNumber } from '@sao-lang/traceability/verify/rating'
import { Dossier } from './models/dossier'
import { DossierConfirmation } from './models/dossier-confirmation'
import { DossierEvent } from './models/dossier-event'
import { DossierPaper } from './models/dossier-paper'
import { DossierPick } from './models/dossier-pick'
import { DossierReturn } from './models/dossier-return'
import { ReceiptCounter } from './models/receipt-counter'
import { StoryDraft } from './models/story-draft'
import type { DossierKind, DossierState } from './states'

export type DossierDTO = InferTypeOf<typeof Dossier>
export type DossierPickDTO = InferTypeOf<typeof DossierPick>
export type DossierPaperDTO = InferTypeOf<typeof DossierPaper>
export type DossierReturnDTO = InferTypeOf<typeof DossierReturn>
export type DossierConfirmationDTO = InferTypeOf<typeof DossierConfirmation>
export type DossierEventDTO = InferTypeOf<typeof DossierEvent>
export type StoryDraftDTO = InferTypeOf<typeof StoryDraft>

export interface DossierActor {
  type: 'producer' | 'official' | 'system'
  id: string
  name: string
}

export interface NewDossier {
  producer_id: string
  product_id: string
  product_name: string
  kind: DossierKind
  rubric_version: string
  set_no: number
  variant: string | null
  province_code: string
  commune_code: string
  form: Record<string, unknown>
  sample: boolean
}

/** A story as it is being written. */
export interface StoryText {
  vi: string
  en: string
  pictures: unknown[]
}

/** One change of a dossier: what it asks of the dossier as it is, what becomes of it, and what its history says. */
export interface DossierChange {
  dossierId: string
  /** The version the writer saw; null where the state alone decides. */
  version: number | null
  from: readonly DossierState[]
  to?: DossierState
  set?: {
    form?: Record<string, unknown>
    set_no?: number
    variant?: string | null
    submitted_at?: Date
    due_on?: string
    passed_on_at?: Date
  }
  /** Gives a dossier that has none the next receipt number of its commune and this year. */
  receipt?: { year: number; format: ProductCodeFormat }
  /** Picks of these criteria are replaced by the rows. */
  picks?: {
    criteria: string[]
    rows: { criterion_id: string; answered: boolean; option_id: string | null; note: string }[]
  }
  /** Papers of these places are replaced by the rows. */
  papers?: { places: string[]; rows: { place: string; paper_id: string; sha256: string }[] }
  confirmations?: { item: string; confirmed: boolean; figure: string; note: string }[]
  newReturn?: { deadline: string; items: unknown[] }
  answersReturn?: boolean
  act: string
  actor: DossierActor
  detail?: Record<string, unknown>
}

/** A dossier before a change, for its undo. */
export interface DossierBefore {
  dossier: DossierDTO
  picks: DossierPickDTO[]
  papers: DossierPaperDTO[]
  returns: DossierReturnDTO[]
  confirmations: DossierConfirmationDTO[]
}

export type ChangeOutcome = { done: true; before: DossierBefore } | { done: false; why: 'gone' | 'changed' | 'state' }

const LOCK = `SELECT state, version FROM dossier WHERE id = ? AND deleted_at IS NULL FOR UPDATE`
const NEXT_RECEIPT = `
  INSERT INTO receipt_counter (key, last) VALUES (?, 1)
  ON CONFLICT (key) DO UPDATE SET last = receipt_counter.last + 1, updated_at = now()
  RETURNING last`
const NEW_STORY = `
  INSERT INTO story_draft (producer_id, vi, en, pictures, version, product_id) VALUES (?, ?, ?, ?::jsonb, ?, ?)
  ON CONFLICT (product_id) DO NOTHING RETURNING version`
const SAVE_STORY = `
  UPDATE story_draft SET vi = ?, en = ?, pictures = ?::jsonb, version = ?, updated_at = now()
  WHERE product_id = ? AND version = ? RETURNING version`
const ALL = { take: 2_000 }

/** Hồ sơ: dossiers with their self-assessment, papers, returns and history, and the stories being written for them. */
export class DossierModuleService extends MedusaService({
  Dossier,
  DossierPick,
  DossierPaper,
  DossierReturn,
  DossierConfirmation,
  DossierEvent,
  ReceiptCounter,
  StoryDraft,
}) {
  /** Begins a dossier, with the first line of its history, in one transaction. Throws what the unique index throws. */
  @InjectTransactionManager()
  async begin(row: NewDossier, actor: DossierActor, @MedusaContext() context: Context = {}): Promise<string> {
    const made = (await this.createDossiers([row], context)) as unknown as DossierDTO[]
    const id = made[0]?.id ?? ''
    await this.note(id, 'begun', 'draft', actor, {}, context)
    return id
  }

  /**
   * Makes one change in one transaction, with the dossier locked: its number, version, state and history go together.
   * Out: what was before, or why nothing was changed.
   */
  @InjectTransactionManager()
  async change(
    change: DossierChange,
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<ChangeOutcome> {
    const id = change.dossierId
    const [locked] =
      (await context.transactionManager?.execute<{ state: DossierState; version: number }[]>(LOCK, [id])) ?? []
    if (!locked) return { done: false, why: 'gone' }
    if (!change.from.includes(locked.state)) return { done: false, why: 'state' }
    if (change.version !== null && change.version !== locked.version) return { done: false, why: 'changed' }
    const before = await this.readBefore(id, context)
    const state = change.to ?? locked.state
    const receipt = await this.receiptFor(before.dossier, change.receipt, context)
    await this.updateDossiers({ id, ...change.set, ...receipt, state, version: locked.version + 1 }, context)
    if (change.picks) {
      await this.deleteDossierPicks({ dossier_id: id, criterion_id: change.picks.criteria }, context)
      await this.createDossierPicks(
        change.picks.rows.map((row) => ({ ...row, dossier_id: id })),
        context,
      )
    }
    if (change.papers) {
      await this.deleteDossierPapers({ dossier_id: id, place: change.papers.places }, context)
      await this.createDossierPapers(
        change.papers.rows.map((row) => ({ ...row, dossier_id: id })),
        context,
      )
    }
    await this.keepFindings(id, change, context)
    const detail = { ...change.detail, version: locked.version + 1 }
    await this.note(id, change.act, state, change.actor, detail, context)
    return { done: true, before }
  }

  /** Puts a dossier back as it was before a change; the history keeps both lines. */
  @InjectTransactionManager()
  async undo(before: DossierBefore, actor: DossierActor, @MedusaContext() context: Context = {}): Promise<void> {
    const { id } = before.dossier
    const { created_at: _, updated_at: __, deleted_at: ___, ...row } = before.dossier
    const now = await this.retrieveDossier(id, {}, context)
    await this.deleteDossierPicks({ dossier_id: id }, context)
    await this.deleteDossierPapers({ dossier_id: id }, context)
    await this.deleteDossierReturns({ dossier_id: id }, context)
    await this.deleteDossierConfirmations({ dossier_id: id }, context)
    await this.createDossierPicks(before.picks.map(contentOf), context)
    await this.createDossierPapers(before.papers.map(contentOf), context)
    await this.createDossierReturns(before.returns.map(contentOf), context)
    await this.createDossierConfirmations(before.confirmations.map(contentOf), context)
    // A number that was given stays given: it is on paper by now.
    await this.updateDossiers({ ...row, receipt_number: now.receipt_number, version: now.version + 1 }, context)
    await this.note(id, 'undone', row.state, actor, {}, context)
  }

  /**
   * Keeps the draft of a story. In: whose and which; the text; the version the writer saw, 0 for none.
   * Out: the new version and what was before (null for nothing); null when somebody saved in between.
   */
  @InjectTransactionManager()
  async saveStory(
    of: { productId: string; producerId: string },
    { vi, en, pictures }: StoryText,
    version: number,
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<{ version: number; before: (StoryText & { version: number }) | null } | null> {
    const manager = context.transactionManager
    const rows = [JSON.stringify(pictures), version + 1, of.productId]
    if (version === 0) {
      const made = await manager?.execute<unknown[]>(NEW_STORY, [of.producerId, vi, en, ...rows])
      return made?.length ? { version: 1, before: null } : null
    }
    const [draft] = await this.listStoryDrafts({ product_id: of.productId }, { take: 1 }, context)
    const changed = await manager?.execute<unknown[]>(SAVE_STORY, [vi, en, ...rows, version])
    if (!draft || !changed?.length) return null
    const before = { vi: draft.vi, en: draft.en, pictures: draft.pictures as unknown as unknown[], version }
    return { version: version + 1, before }
  }

  private async keepFindings(id: string, change: DossierChange, context: Context): Promise<void> {
    const { actor } = change
    const at = new Date()
    const official = { official_id: actor.id, official_name: actor.name }
    if (change.confirmations) {
      await this.deleteDossierConfirmations(
        { dossier_id: id, item: change.confirmations.map(({ item }) => item) },
        context,
      )
      await this.createDossierConfirmations(
        change.confirmations.map((row) => ({ ...row, ...official, dossier_id: id, confirmed_at: at })),
        context,
      )
    }
    if (change.answersReturn || change.newReturn) {
      const open = await this.listDossierReturns({ dossier_id: id, answered_at: null }, ALL, context)
      await this.updateDossierReturns(
        open.map((each) => ({ id: each.id, answered_at: at })),
        context,
      )
    }
    if (change.newReturn) {
      const { deadline, items } = change.newReturn
      const kept = items as unknown as Record<string, unknown>
      await this.createDossierReturns(
        [{ dossier_id: id, ...official, returned_at: at, deadline, items: kept }],
        context,
      )
    }
  }

  private async receiptFor(
    dossier: DossierDTO,
    given: DossierChange['receipt'],
    context: Context,
  ): Promise<{ receipt_number?: string }> {
    if (given === undefined || dossier.receipt_number !== null) return {}
    const { province_code: province, commune_code: commune } = dossier
    const manager = context.transactionManager as SqlEntityManager
    const [row] = await manager.execute<{ last: number }[]>(NEXT_RECEIPT, [`${province}-${commune}-${given.year}`])
    const number = { serial: row?.last ?? 0, province, commune, year: given.year }
    return { receipt_number: registrationNumber(number, given.format) }
  }

  private async readBefore(id: string, context: Context): Promise<DossierBefore> {
    const of = { dossier_id: id }
    return {
      dossier: (await this.retrieveDossier(id, {}, context)) as unknown as DossierDTO,
      picks: (await this.listDossierPicks(of, ALL, context)) as unknown as DossierPickDTO[],
      papers: (await this.listDossierPapers(of, ALL, context)) as unknown as DossierPaperDTO[],
      returns: (await this.listDossierReturns(of, ALL, context)) as unknown as DossierReturnDTO[],
      confirmations: (await this.listDossierConfirmations(of, ALL, context)) as unknown as DossierConfirmationDTO[],
    }
  }

  private async note(
    dossierId: string,
    act: string,
    state: DossierState,
    actor: DossierActor,
    detail: Record<string, unknown>,
    context: Context,
  ): Promise<void> {
    await this.createDossierEvents(
      [
        {
          dossier_id: dossierId,
          act,
          state,
          actor_type: actor.type,
          actor_id: actor.id,
          actor_name: actor.name,
          happened_at: new Date(),
          detail,
        },
      ],
      context,
    )
  }
}

/** A row without what the database sets itself. */
function contentOf<Row extends { id: string; created_at?: unknown; updated_at?: unknown; deleted_at?: unknown }>(
  row: Row,
): Omit<Row, 'id' | 'created_at' | 'updated_at' | 'deleted_at'> {
  const { id: _, created_at: __, updated_at: ___, deleted_at: ____, ...content } = row
  return content
}
