import { Migration } from '@medusajs/framework/mikro-orm/migrations'

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`
const ROLES = `'commune_officer', 'commune_leader', 'advisor', 'council_secretary', 'council_member', 'council_chair', 'province_officer', 'province_leader', 'ministry_officer', 'ministry_leader'`

export class Migration20261123181100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "official" ("id" text not null, "name" text not null, "email" text not null, "phone" text null, "status" text check ("status" in ('active', 'suspended')) not null default 'active', "sample" boolean not null default false, ${TIMES}, constraint "official_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "official_post" ("id" text not null, "official_id" text not null, "role" text check ("role" in (${ROLES})) not null, "level" text check ("level" in ('commune', 'province', 'ministry')) not null, "province_code" text null, "commune_code" text null, "unit_name" text not null, "first_day" text not null, "last_day" text null, ${TIMES}, constraint "official_post_pkey" primary key ("id"), constraint "official_post_place" check (("level" = 'ministry') = ("province_code" is null) and ("level" = 'commune') = ("commune_code" is not null)), constraint "official_post_days" check ("last_day" is null or "last_day" >= "first_day"));`,
    )
    for (const table of ['official', 'official_post']) {
      this.addSql(
        `CREATE INDEX IF NOT EXISTS "IDX_${table}_deleted_at" ON "${table}" ("deleted_at") WHERE deleted_at IS NULL;`,
      )
    }
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_official_email_unique" ON "official" ("email") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_official_post_official" ON "official_post" ("official_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_official_post_place" ON "official_post" ("province_code", "commune_code") WHERE deleted_at IS NULL;`,
    )
    // One open post of a role at a place; two of them at once would only differ in how they are ended.
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_official_post_open_unique" ON "official_post" ("official_id", "role", coalesce("province_code", ''), coalesce("commune_code", '')) WHERE deleted_at IS NULL AND last_day IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    for (const table of ['official_post', 'official']) this.addSql(`drop table if exists "${table}" cascade;`)
  }
}
