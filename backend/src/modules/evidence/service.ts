import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/knex'
import type { Context, InferTypeOf } from '@medusajs/framework/types'
import { InjectTransactionManager, MedusaContext, MedusaService } from '@medusajs/framework/utils'
import { Paper } from './models/paper'
import { PersonalField } from './models/personal-field'

export type PaperDTO = InferTypeOf<typeof Paper>
export type PersonalFieldDTO = InferTypeOf<typeof PersonalField>

/** A paper as it is added; its state and version are the service's to say. */
export type NewPaper = Pick<
  PaperDTO,
  | 'producer_id'
  | 'member_id'
  | 'kind'
  | 'title'
  | 'issuer'
  | 'number'
  | 'issued_on'
  | 'expires_on'
  | 'source_area_ref'
  | 'product_ref'
  | 'file'
  | 'pages'
  | 'bytes'
  | 'sha256'
  | 'media_type'
  | 'sample'
>

export type SealedField = Pick<
  PersonalFieldDTO,
  'producer_id' | 'subject' | 'field' | 'ciphertext' | 'nonce' | 'key_id' | 'member_id'
>

/** Two people were at one paper: it is no longer the version that was seen. */
export class PaperMovedError extends Error {
  override name = 'PaperMovedError'
}

const MOVE = `
  UPDATE paper SET state = ?, replaced_by = ?, updated_at = now()
  WHERE id = ? AND state = ? AND deleted_at IS NULL
  RETURNING id`

/** Kho giấy tờ: the papers of producers, and what is known about their people under a key. */
export class EvidenceModuleService extends MedusaService({ Paper, PersonalField }) {
  /**
   * Adds a paper in the place of another, which keeps its row and its file. One transaction.
   * Throws PaperMovedError when the other is replaced or withdrawn already.
   */
  @InjectTransactionManager()
  async replacePaper(
    old: { id: string; version: number },
    row: NewPaper,
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<PaperDTO> {
    const made = await this.createPapers({ ...row, version: old.version + 1 }, context)
    await this.move(old.id, { from: 'active', to: 'replaced', replacedBy: made.id }, context)
    return made
  }

  /** Takes a replacement back: the new version goes, the old one is in force again. */
  @InjectTransactionManager()
  async undoReplacement(
    oldId: string,
    newId: string,
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<void> {
    await this.move(oldId, { from: 'replaced', to: 'active', replacedBy: null }, context)
    await this.deletePapers(newId, context)
  }

  /** Moves a paper from one state to another. Throws PaperMovedError when it is in a third. */
  @InjectTransactionManager()
  async move(
    id: string,
    { from, to, replacedBy }: { from: PaperDTO['state']; to: PaperDTO['state']; replacedBy: string | null },
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<void> {
    const moved = await context.transactionManager?.execute<{ id: string }[]>(MOVE, [to, replacedBy, id, from])
    if (moved?.length !== 1) throw new PaperMovedError(`paper ${id} is not ${from}`)
  }

  /**
   * Writes fields of one person in place of those there were. One transaction. Out: what was there before, for the undo.
   */
  @InjectTransactionManager()
  async saveSealed(
    rows: readonly SealedField[],
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<SealedField[]> {
    const before: SealedField[] = []
    for (const row of rows) {
      const { producer_id, subject, field } = row
      const [known] = await this.listPersonalFields({ producer_id, subject, field }, { take: 1 }, context)
      if (known) {
        const { ciphertext, nonce, key_id, member_id } = known
        before.push({ producer_id, subject, field, ciphertext, nonce, key_id, member_id })
        await this.updatePersonalFields({ id: known.id, ...row }, context)
      } else {
        await this.createPersonalFields(row, context)
      }
    }
    return before
  }

  /** Erases fields of one person for good. One transaction. Out: what was there, for the undo. */
  @InjectTransactionManager()
  async eraseSealed(
    whose: Pick<SealedField, 'producer_id' | 'subject'> & { field: SealedField['field'][] },
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<SealedField[]> {
    const rows = await this.listPersonalFields(whose, { take: whose.field.length }, context)
    await this.deletePersonalFields(
      rows.map(({ id }) => id),
      context,
    )
    return rows.map(({ producer_id, subject, field, ciphertext, nonce, key_id, member_id }) => ({
      ...{ producer_id, subject, field, ciphertext, nonce, key_id, member_id },
    }))
  }
}
