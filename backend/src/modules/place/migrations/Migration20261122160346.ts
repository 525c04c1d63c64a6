import { Migration } from '@medusajs/framework/mikro-orm/migrations'

export class Migration20261122160346 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "province" drop constraint if exists "province_slug_unique";`)
    this.addSql(
      `create table if not exists "commune" ("code" text not null, "name" text not null, "type" text not null, "province_code" text not null, "ascii" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "commune_pkey" primary key ("code"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_commune_deleted_at" ON "commune" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_commune_province_code" ON "commune" ("province_code") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "legacy_place" ("key" text not null, "level" text check ("level" in ('province', 'district', 'commune')) not null, "code" text not null, "name" text not null, "parent_code" text null, "targets" text[] not null, "split" boolean not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "legacy_place_pkey" primary key ("key"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_legacy_place_deleted_at" ON "legacy_place" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_legacy_place_parent_code" ON "legacy_place" ("level", "parent_code") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_legacy_place_targets" ON "legacy_place" USING GIN ("targets") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "province" ("code" text not null, "slug" text not null, "name" text not null, "full_name" text not null, "name_en" text not null, "type" text not null, "ascii" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "province_pkey" primary key ("code"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_province_deleted_at" ON "province" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_province_slug_unique" ON "province" ("slug") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "commune" cascade;`)

    this.addSql(`drop table if exists "legacy_place" cascade;`)

    this.addSql(`drop table if exists "province" cascade;`)
  }
}
