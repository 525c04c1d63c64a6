import { Migration } from '@medusajs/framework/mikro-orm/migrations'

export class Migration20261123181000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "rule_record" ("id" text not null, "kind" text not null, "key" text not null, "valid_from" text not null, "valid_to" text null, "title" text not null, "source" text not null, "confidence" text check ("confidence" in ('sure', 'likely', 'assumed')) not null, "data" jsonb not null, "sha256" text not null, "adopted_at" timestamptz not null, "adopted_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "rule_record_pkey" primary key ("id"), constraint CHK_rule_record_days check (valid_to IS NULL OR valid_from <= valid_to));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_rule_record_deleted_at" ON "rule_record" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_rule_record_begin_unique" ON "rule_record" ("kind", "key", "valid_from") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "rule_record" cascade;`)
  }
}
