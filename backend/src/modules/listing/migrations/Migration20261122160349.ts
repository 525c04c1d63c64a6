import { Migration } from '@medusajs/framework/mikro-orm/migrations'

export class Migration20261122160349 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "listing_detail" drop constraint if exists "listing_detail_product_id_unique";`)
    this.addSql(
      `create table if not exists "listing_detail" ("id" text not null, "product_id" text not null, "sector" text check ("sector" in ('food', 'drink', 'herbal', 'craft', 'ornamental', 'tourism')) not null, "net_content" text null, "ingredients" text null, "allergens" text null, "storage" text null, "usage" text null, "warning" text null, "standard" text null, "story_vi" text null, "story_en" text null, "pictures" jsonb not null, "sample" text[] not null, "source" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "listing_detail_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_listing_detail_deleted_at" ON "listing_detail" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_listing_detail_product_id_unique" ON "listing_detail" ("product_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_listing_detail_sector" ON "listing_detail" ("sector") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "listing_detail" cascade;`)
  }
}
