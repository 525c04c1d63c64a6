import { Migration } from '@medusajs/framework/mikro-orm/migrations'

const INDEX = `create unique index "IDX_inspection_file_source_unique" on "inspection_file" ("inspector_id", "source_sha256")`

/** One picture may prove two records: the same bytes are one photo only until a record has it. */
export class Migration20261123060000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`drop index if exists "IDX_inspection_file_source_unique";`)
    this.addSql(`${INDEX} where deleted_at is null and record_id is null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_inspection_file_source_unique";`)
    this.addSql(`${INDEX} where deleted_at is null;`)
  }
}
