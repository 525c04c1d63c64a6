import { Migration } from '@medusajs/framework/mikro-orm/migrations'

/** Post-inspections ask for the records of one product. */
export class Migration20261123181601 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_inspection_record_product" ON "inspection_record" ("product_ref", "found_at") WHERE product_ref IS NOT NULL AND deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_inspection_record_product";`)
  }
}
