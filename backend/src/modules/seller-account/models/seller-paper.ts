import { model } from '@medusajs/framework/utils'
import { SELLER_PAPER_KINDS } from '../application-fields'

/** A photo or PDF that came with an application; no public address leads to it. */
export const SellerPaper = model
  .define('SellerPaper', {
    id: model.id({ prefix: 'spap' }).primaryKey(),
    application_id: model.text(),
    kind: model.enum([...SELLER_PAPER_KINDS]),
    title: model.text(),
    /** Name in the file store. */
    file: model.text(),
    media_type: model.text(),
    /** Hex SHA-256 of the bytes as they are stored. */
    sha256: model.text(),
    bytes: model.number(),
  })
  .indexes([{ name: 'IDX_seller_paper_application', on: ['application_id'], where: 'deleted_at IS NULL' }])
