import { Migration } from '@medusajs/framework/mikro-orm/migrations'

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`

export class Migration20261123181102 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "notice" ("id" text not null, "audience" text not null, "kind" text not null, "subject_type" text not null, "subject_id" text not null, "params" jsonb not null, "dedupe_key" text not null, "at" timestamptz not null, ${TIMES}, constraint "notice_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "notice_reading" ("id" text not null, "notice_id" text not null, "reader_id" text not null, "read_at" timestamptz not null, ${TIMES}, constraint "notice_reading_pkey" primary key ("id"));`,
    )
    for (const table of ['notice', 'notice_reading']) {
      this.addSql(
        `CREATE INDEX IF NOT EXISTS "IDX_${table}_deleted_at" ON "${table}" ("deleted_at") WHERE deleted_at IS NULL;`,
      )
    }
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_notice_dedupe_unique" ON "notice" ("audience", "dedupe_key") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_notice_audience" ON "notice" ("audience", "id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_notice_reading_unique" ON "notice_reading" ("reader_id", "notice_id") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    for (const table of ['notice_reading', 'notice']) this.addSql(`drop table if exists "${table}" cascade;`)
  }
}
