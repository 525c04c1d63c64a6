import { model } from '@medusajs/framework/utils'
import { ARTWORK_USES } from '../kinds'

/** Mẫu bao bì, nhãn: how a producer puts the mark on a recognised product. The right itself comes from the recognition. */
export const MarkArtwork = model
  .define('MarkArtwork', {
    id: model.id({ prefix: 'art' }).primaryKey(),
    recognition_id: model.text(),
    product_id: model.text(),
    producer_id: model.text(),
    used_on: model.enum([...ARTWORK_USES]),
    title: model.text(),
    /** What the artwork prints. */
    printed_name: model.text(),
    printed_stars: model.number(),
    /** First day in use, yyyy-mm-dd at +07; last day, included, once it is no longer printed. */
    since: model.text(),
    until: model.text().nullable(),
    /** Name of the picture or paper in the producer's store of evidence. */
    file: model.text(),
    member_id: model.text(),
    sample: model.boolean().default(false),
  })
  .indexes([
    { name: 'IDX_mark_artwork_recognition', on: ['recognition_id'], where: 'deleted_at IS NULL' },
    { name: 'IDX_mark_artwork_producer', on: ['producer_id'], where: 'deleted_at IS NULL' },
  ])
