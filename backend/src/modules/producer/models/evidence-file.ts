import { model } from '@medusajs/framework/utils'

/** Minh chứng: a photo or paper of a producer in the file store. */
export const EvidenceFile = model
  .define('EvidenceFile', {
    /** Name in the file store, made at random. */
    file: model.text().primaryKey(),
    producer_id: model.text(),
    member_id: model.text(),
    kind: model.enum(['photo', 'document']),
    title: model.text(),
    media_type: model.text(),
    /** Hex SHA-256 of the bytes as they are stored. */
    sha256: model.text(),
    bytes: model.number(),
    /** In pixels; null for documents. */
    width: model.number().nullable(),
    height: model.number().nullable(),
    /** Shown to everybody; all others are for the producer alone. */
    is_public: model.boolean(),
  })
  .indexes([{ name: 'IDX_evidence_file_producer_id', on: ['producer_id'], where: 'deleted_at IS NULL' }])
