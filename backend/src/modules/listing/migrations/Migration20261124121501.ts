import { Migration } from '@medusajs/framework/mikro-orm/migrations'

/** Files of listings that producers send. */
export class Migration20261124121501 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "listing_import" ("id" text not null, "producer_id" text not null, "file_name" text not null, "state" text check ("state" in ('checked', 'applied')) not null default 'checked', "plan" jsonb not null, "made_by" text not null, "applied_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "listing_import_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_listing_import_producer" ON "listing_import" ("producer_id", "created_at");`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "listing_import" cascade;`)
  }
}
