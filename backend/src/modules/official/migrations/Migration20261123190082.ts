import { Migration } from '@medusajs/framework/mikro-orm/migrations'

const ROLES_BEFORE = `'commune_officer', 'commune_leader', 'advisor', 'council_secretary', 'council_member', 'council_chair', 'province_officer', 'province_leader', 'ministry_officer', 'ministry_leader'`
const CENTRE_ROLES = `'centre_seller', 'centre_manager'`

/** Posts at promotion centres. */
export class Migration20261123190082 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "official_post" add column if not exists "centre_id" text null;`)
    this.addSql(`alter table "official_post" drop constraint if exists "official_post_role_check";`)
    this.addSql(
      `alter table "official_post" add constraint "official_post_role_check" check ("role" in (${ROLES_BEFORE}, ${CENTRE_ROLES}));`,
    )
    this.addSql(
      `alter table "official_post" add constraint "official_post_centre" check (("role" in (${CENTRE_ROLES})) = ("centre_id" is not null));`,
    )
    this.addSql(`drop index if exists "IDX_official_post_open_unique";`)
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_official_post_open_unique" ON "official_post" ("official_id", "role", coalesce("province_code", ''), coalesce("commune_code", ''), coalesce("centre_id", '')) WHERE deleted_at IS NULL AND last_day IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`delete from "official_post" where "role" in (${CENTRE_ROLES});`)
    this.addSql(`drop index if exists "IDX_official_post_open_unique";`)
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_official_post_open_unique" ON "official_post" ("official_id", "role", coalesce("province_code", ''), coalesce("commune_code", '')) WHERE deleted_at IS NULL AND last_day IS NULL;`,
    )
    this.addSql(`alter table "official_post" drop constraint if exists "official_post_centre";`)
    this.addSql(`alter table "official_post" drop constraint if exists "official_post_role_check";`)
    this.addSql(
      `alter table "official_post" add constraint "official_post_role_check" check ("role" in (${ROLES_BEFORE}));`,
    )
    this.addSql(`alter table "official_post" drop column if exists "centre_id";`)
  }
}
