import { model } from '@medusajs/framework/utils'

/** A photo or paper of an inspector in the file store. */
export const InspectionFile = model
  .define('InspectionFile', {
    /** Name in the file store, made at random. */
    file: model.text().primaryKey(),
    inspector_id: model.text(),
    /** Hex SHA-256 of the bytes as they came: the same file sent again is the same photo, until a record has it. */
    source_sha256: model.text(),
    /** The record it belongs to; null until that comes. */
    record_id: model.text().nullable(),
    kind: model.enum(['photo', 'document']),
    title: model.text(),
    media_type: model.text(),
    /** Hex SHA-256 of the bytes as they are stored. */
    sha256: model.text(),
    bytes: model.number(),
    width: model.number().nullable(),
    height: model.number().nullable(),
  })
  .indexes([
    {
      name: 'IDX_inspection_file_source_unique',
      on: ['inspector_id', 'source_sha256'],
      unique: true,
      where: 'deleted_at IS NULL AND record_id IS NULL',
    },
    { name: 'IDX_inspection_file_record', on: ['record_id'], where: 'deleted_at IS NULL' },
  ])
