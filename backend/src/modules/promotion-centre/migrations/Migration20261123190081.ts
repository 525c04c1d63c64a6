import { Migration } from '@medusajs/framework/mikro-orm/migrations'

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`

export class Migration20261123190081 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "promotion_centre" ("id" text not null, "province_code" text not null, "name" text not null, "unit" text not null, "phone" text null, "email" text null, "status" text check ("status" in ('active', 'suspended')) not null default 'active', "sample" boolean not null default false, ${TIMES}, constraint "promotion_centre_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_promotion_centre_deleted_at" ON "promotion_centre" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_promotion_centre_name_unique" ON "promotion_centre" ("province_code", "name") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `alter table if exists "shop" add column if not exists "centre_id" text null, add column if not exists "stock_location_id" text null, add column if not exists "province_code" text null, add column if not exists "commune_code" text null, add column if not exists "address" text null, add column if not exists "phone" text null, add column if not exists "opening_hours" jsonb null, add column if not exists "latitude" double precision null, add column if not exists "longitude" double precision null, add column if not exists "pick_up" boolean not null default false, add column if not exists "sign_note" text null, add column if not exists "sample" text[] not null default '{}';`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_shop_stock_location_unique" ON "shop" ("stock_location_id") WHERE stock_location_id IS NOT NULL AND deleted_at IS NULL;`,
    )
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_shop_centre" ON "shop" ("centre_id") WHERE deleted_at IS NULL;`)
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "shop" drop column if exists "centre_id", drop column if exists "stock_location_id", drop column if exists "province_code", drop column if exists "commune_code", drop column if exists "address", drop column if exists "phone", drop column if exists "opening_hours", drop column if exists "latitude", drop column if exists "longitude", drop column if exists "pick_up", drop column if exists "sign_note", drop column if exists "sample";`,
    )
    this.addSql(`drop table if exists "promotion_centre" cascade;`)
  }
}
