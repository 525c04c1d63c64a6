import { model } from '@medusajs/framework/utils'

/** One dated rule as it was adopted. Never changed and never deleted: a change of the law is a record with a later first day. */
export const RuleRecord = model
  .define('RuleRecord', {
    id: model.id({ prefix: 'rule' }).primaryKey(),
    kind: model.text(),
    key: model.text(),
    /** yyyy-mm-dd at +07. */
    valid_from: model.text(),
    /** Last day, included; null while nothing ends it but a later record of the same kind and key. */
    valid_to: model.text().nullable(),
    title: model.text(),
    source: model.text(),
    confidence: model.enum(['sure', 'likely', 'assumed']),
    data: model.json(),
    /** Hex SHA-256 of the whole record as canonical JSON. */
    sha256: model.text(),
    adopted_at: model.dateTime(),
    /** Id of the dashboard's user; null for the seed. */
    adopted_by: model.text().nullable(),
  })
  .indexes([
    {
      name: 'IDX_rule_record_begin_unique',
      on: ['kind', 'key', 'valid_from'],
      unique: true,
      where: 'deleted_at IS NULL',
    },
  ])
  .checks([
    { name: 'CHK_rule_record_days', expression: (c) => `${c.valid_to} IS NULL OR ${c.valid_from} <= ${c.valid_to}` },
  ])
