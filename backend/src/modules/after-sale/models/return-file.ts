import { model } from '@medusajs/framework/utils'

/** A photo of a buyer for a request; the file is private. */
export const ReturnFile = model
  .define('ReturnFile', {
    file: model.text().primaryKey(),
    request_id: model.text(),
    sha256: model.text(),
    media_type: model.text(),
    bytes: model.number(),
  })
  .indexes([{ name: 'IDX_return_file_unique', on: ['request_id', 'sha256'], unique: true }])
