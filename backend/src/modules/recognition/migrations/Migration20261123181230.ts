import { Migration } from '@medusajs/framework/mikro-orm/migrations'

/** Words of the register kept as they are searched, so that no search works them out anew for every row. */
export class Migration20261123181230 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table "recognition" add column if not exists "search_words" tsvector generated always as (to_tsvector('simple', search_text)) stored;`,
    )
    this.addSql(`drop index if exists "IDX_recognition_search_text";`)
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_recognition_search_words" ON "recognition" USING gin ("search_words") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_recognition_search_words";`)
    this.addSql(`alter table "recognition" drop column if exists "search_words";`)
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_recognition_search_text" ON "recognition" USING gin (to_tsvector('simple', search_text)) WHERE deleted_at IS NULL;`,
    )
  }
}
