import { model } from '@medusajs/framework/utils'
import { LOOKS } from '../kinds'

/** A photo or paper of a post-inspection in the file store; none is public. */
export const PostInspectionFile = model
  .define('PostInspectionFile', {
    /** Name in the file store, made at random. */
    file: model.text().primaryKey(),
    post_inspection_id: model.text(),
    look: model.enum([...LOOKS]),
    official_id: model.text(),
    kind: model.enum(['photo', 'document']),
    title: model.text(),
    media_type: model.text(),
    /** Hex SHA-256 of the bytes as they are stored. */
    sha256: model.text(),
    bytes: model.number(),
  })
  .indexes([
    {
      name: 'IDX_post_inspection_file_unique',
      on: ['post_inspection_id', 'look', 'sha256'],
      unique: true,
      where: 'deleted_at IS NULL',
    },
  ])
