import { Migration } from '@medusajs/framework/mikro-orm/migrations'

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`
const PAGES = [
  'operator',
  'terms',
  'privacy',
  'complaints',
  'returns',
  'delivery',
  'payment',
  'ranking',
  'about',
  'contact',
]

export class Migration20261123220021 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "site_page_version" ("id" text not null, "page" text check ("page" in (${PAGES.map((page) => `'${page}'`).join(', ')})) not null, "no" integer not null, "title_vi" text not null, "title_en" text not null, "lead_vi" text not null, "lead_en" text not null, "body_vi" text not null, "body_en" text not null, "published_from" timestamptz not null, "author_id" text null, "note" text null, "sample" boolean not null default false, ${TIMES}, constraint "site_page_version_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_site_page_version_deleted_at" ON "site_page_version" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_site_page_version_unique" ON "site_page_version" ("page", "no") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_site_page_version_published" ON "site_page_version" ("page", "published_from") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "site_page_version" cascade;`)
  }
}
