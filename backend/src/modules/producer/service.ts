import type { Context, InferTypeOf } from '@medusajs/framework/types'
import { InjectTransactionManager, MedusaContext, MedusaService } from '@medusajs/framework/utils'
import { enqueue } from '../../outbox/enqueue'
import { foldText } from '../../text/fold-text'
import type { LegalForm } from './legal-forms'
import { EvidenceFile } from './models/evidence-file'
import { Producer } from './models/producer'
import { ProducerMember } from './models/producer-member'

export type ProducerDTO = InferTypeOf<typeof Producer>
export type ProducerMemberDTO = InferTypeOf<typeof ProducerMember>

export interface ProducerRow {
  handle: string
  name: string
  legal_form: LegalForm
  status: 'open' | 'suspended'
  province_code: string
  commune_code: string | null
  address: string | null
  legacy_place: string | null
  phone: string | null
  story_vi: string | null
  story_en: string | null
  source: string | null
  sample: string[]
}

/** Chủ thể: the sellers, their people and their papers. */
export class ProducerModuleService extends MedusaService({ Producer, ProducerMember, EvidenceFile }) {
  /**
   * Creates or replaces producers by handle, and queues the refresh of their products, in one transaction.
   * Out: the rows in the order given.
   */
  @InjectTransactionManager()
  async saveProducers(rows: ProducerRow[], @MedusaContext() context: Context = {}): Promise<ProducerDTO[]> {
    const existing = await this.listProducers({ handle: rows.map((row) => row.handle) }, { take: rows.length }, context)
    const idOf = new Map(existing.map((producer) => [producer.handle, producer.id]))
    const folded = rows.map((row) => ({ ...row, name_folded: foldText(row.name) }))
    const updated = await this.updateProducers(
      folded.flatMap((row) => {
        const id = idOf.get(row.handle)
        return id ? [{ ...row, id }] : []
      }),
      context,
    )
    const created = await this.createProducers(
      folded.filter((row) => !idOf.has(row.handle)),
      context,
    )
    await enqueue(
      context,
      updated.map((producer) => ({ topic: 'producer' as const, key: producer.id })),
    )
    const byHandle = new Map([...updated, ...created].map((producer) => [producer.handle, producer]))
    return rows.flatMap((row) => byHandle.get(row.handle) ?? [])
  }
}
