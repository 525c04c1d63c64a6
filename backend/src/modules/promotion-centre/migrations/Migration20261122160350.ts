import { Migration } from '@medusajs/framework/mikro-orm/migrations'

export class Migration20261122160350 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "shop" drop constraint if exists "shop_handle_unique";`)
    this.addSql(`alter table if exists "fair" drop constraint if exists "fair_handle_unique";`)
    this.addSql(
      `create table if not exists "fair" ("id" text not null, "handle" text not null, "name" text not null, "kind" text not null, "operator_province" text null, "location" text null, "year" integer null, "status" text not null, "participants" text[] not null, "source" text not null, "note" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "fair_pkey" primary key ("id"));`,
    )
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_fair_deleted_at" ON "fair" ("deleted_at") WHERE deleted_at IS NULL;`)
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_fair_handle_unique" ON "fair" ("handle") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "shop" ("id" text not null, "handle" text not null, "name" text not null, "kind" text not null, "operator_province" text null, "location" text null, "product_count" integer null, "producer_count" integer null, "year" integer null, "status" text not null, "sales_channel_id" text null, "source" text not null, "note" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "shop_pkey" primary key ("id"));`,
    )
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_shop_deleted_at" ON "shop" ("deleted_at") WHERE deleted_at IS NULL;`)
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_shop_handle_unique" ON "shop" ("handle") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "fair" cascade;`)

    this.addSql(`drop table if exists "shop" cascade;`)
  }
}
