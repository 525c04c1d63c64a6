import { Migration } from '@medusajs/framework/mikro-orm/migrations'

export class Migration20261124023335 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "listing_change" ("id" text not null, "product_id" text not null, "producer_id" text not null, "state" text check ("state" in ('submitted', 'approved', 'returned', 'withdrawn')) not null default 'submitted', "base" jsonb not null, "proposed" jsonb not null, "submitted_by" text not null, "submitted_at" timestamptz not null, "decided_by" text null, "decided_at" timestamptz null, "reason" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "listing_change_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_listing_change_deleted_at" ON "listing_change" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_listing_change_waiting" ON "listing_change" ("product_id") WHERE state = 'submitted' AND deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_listing_change_product" ON "listing_change" ("product_id", "submitted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_listing_change_state" ON "listing_change" ("state", "submitted_at") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "listing_change" cascade;`)
  }
}
