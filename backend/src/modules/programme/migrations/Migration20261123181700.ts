import { Migration } from '@medusajs/framework/mikro-orm/migrations'

const KEPT =
  '"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null'

/** Targets of plans, and reports that were handed in. */
export class Migration20261123181700 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "plan_target" ("id" text not null, "year" integer not null, "province_code" text null, "place" text not null default '', "measure" text check ("measure" in ('recognised', 'new', 'upgraded', 'five_stars', 'holders')) not null, "target" integer not null, "source" text not null, "stated_result" integer null, "official_id" text null, "ended_at" timestamptz null, "sample" boolean not null default false, ${KEPT}, constraint "plan_target_pkey" primary key ("id"), constraint "CHK_plan_target_not_negative" check ("target" >= 0));`,
    )
    this.addSql(
      `create unique index if not exists "IDX_plan_target_standing_unique" on "plan_target" ("year", coalesce("province_code", ''), "place", "measure") where ended_at is null and deleted_at is null;`,
    )
    this.addSql(
      `create index if not exists "IDX_plan_target_deleted_at" on "plan_target" ("deleted_at") where deleted_at is null;`,
    )
    this.addSql(
      `create table if not exists "report_release" ("id" text not null, "period" text not null, "province_code" text null, "edition" integer not null, "as_of" text not null, "known_at" timestamptz not null, "content" jsonb not null, "sha256" text not null, "due_on" text not null, "note" text not null default '', "official_id" text not null, "official_name" text not null, "sample" boolean not null default false, ${KEPT}, constraint "report_release_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create unique index if not exists "IDX_report_release_edition_unique" on "report_release" ("period", coalesce("province_code", ''), "edition") where deleted_at is null;`,
    )
    this.addSql(
      `create index if not exists "IDX_report_release_deleted_at" on "report_release" ("deleted_at") where deleted_at is null;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "plan_target" cascade;`)
    this.addSql(`drop table if exists "report_release" cascade;`)
  }
}
