import { Migration } from '@medusajs/framework/mikro-orm/migrations'

export class Migration20261122160347 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "producer" drop constraint if exists "producer_handle_unique";`)
    this.addSql(
      `create table if not exists "producer" ("id" text not null, "handle" text not null, "name" text not null, "name_folded" text not null, "legal_form" text check ("legal_form" in ('cooperative', 'cooperative_group', 'household', 'private_enterprise', 'single_member_llc', 'llc', 'joint_stock', 'company_unspecified', 'production_facility', 'other')) not null, "status" text check ("status" in ('open', 'suspended')) not null default 'open', "province_code" text not null, "commune_code" text null, "address" text null, "legacy_place" text null, "phone" text null, "story_vi" text null, "story_en" text null, "source" text null, "sample" text[] not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "producer_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_producer_deleted_at" ON "producer" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_producer_handle_unique" ON "producer" ("handle") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_producer_province_code" ON "producer" ("province_code") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "producer" cascade;`)
  }
}
