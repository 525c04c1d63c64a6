import { model } from '@medusajs/framework/utils'

/** A unit dissolved on 2025-07-01, as old papers name it. Level and code together are unique (codes repeat over levels). */
export const LegacyPlace = model
  .define('LegacyPlace', {
    /** `level:code`, e.g. `commune:00001`. */
    key: model.text().primaryKey(),
    level: model.enum(['province', 'district', 'commune']),
    code: model.text(),
    name: model.text(),
    parent_code: model.text().nullable(),
    /** Codes of the units that took over: provinces for a province, communes else. */
    targets: model.array(),
    /** More than one target: a person must choose. */
    split: model.boolean(),
  })
  .indexes([
    { name: 'IDX_legacy_place_parent_code', on: ['level', 'parent_code'], where: 'deleted_at IS NULL' },
    { name: 'IDX_legacy_place_targets', on: ['targets'], type: 'GIN', where: 'deleted_at IS NULL' },
  ])
