import { model } from '@medusajs/framework/utils'

/**
 * Giấy tờ: one paper of a producer, kept once and cited by many dossiers. A row is one version: nothing a dossier cites ever
 * changes under it, a replacement is a row of its own.
 */
export const Paper = model
  .define('Paper', {
    id: model.id({ prefix: 'paper' }).primaryKey(),
    producer_id: model.text(),
    /** Who of the producer added it. */
    member_id: model.text(),
    /** Code of the rule book's `paper-kinds`. */
    kind: model.text(),
    title: model.text(),
    issuer: model.text().nullable(),
    number: model.text().nullable(),
    /** yyyy-mm-dd at +07, both; the day it expires is still a good one. */
    issued_on: model.text().nullable(),
    expires_on: model.text().nullable(),
    /** What it is about, when it is not about the producer as a whole. */
    source_area_ref: model.text().nullable(),
    product_ref: model.text().nullable(),
    /** Name in the file store, made at random; private. */
    file: model.text(),
    pages: model.number(),
    bytes: model.number(),
    /** Hex SHA-256 of the bytes as they are stored. */
    sha256: model.text(),
    media_type: model.text(),
    state: model.enum(['active', 'replaced', 'withdrawn']).default('active'),
    /** 1 for the first, one more for each replacement. */
    version: model.number().default(1),
    /** The paper that took its place. */
    replaced_by: model.text().nullable(),
    /** The official who compared it with the original. */
    verified_by_official: model.text().nullable(),
    verified_at: model.dateTime().nullable(),
    verify_note: model.text().nullable(),
    sample: model.boolean().default(false),
  })
  .indexes([
    { name: 'IDX_paper_producer', on: ['producer_id', 'state', 'kind'], where: 'deleted_at IS NULL' },
    { name: 'IDX_paper_expires_on', on: ['expires_on'], where: "state = 'active' AND deleted_at IS NULL" },
    { name: 'IDX_paper_replaced_by_unique', on: ['replaced_by'], unique: true, where: 'replaced_by IS NOT NULL' },
  ])
