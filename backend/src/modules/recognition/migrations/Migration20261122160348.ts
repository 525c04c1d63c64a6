import { Migration } from '@medusajs/framework/mikro-orm/migrations'

export class Migration20261122160348 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "council_decision" drop constraint if exists "council_decision_number_authority_unique";`,
    )
    this.addSql(
      `create table if not exists "council_decision" ("id" text not null, "number" text not null, "date" text not null, "authority" text not null, "level" text check ("level" in ('district', 'province', 'central')) not null, "legal_basis" text null, "source" text null, "sample" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "council_decision_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_council_decision_deleted_at" ON "council_decision" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_council_decision_number_authority_unique" ON "council_decision" ("number", "authority") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "recognition" ("id" text not null, "product_id" text not null, "product_name" text not null, "stars" integer not null, "points" double precision null, "rubric_version" text not null, "valid_from" text not null, "valid_to" text not null, "revoked_on" text null, "sample" boolean not null default false, "decision_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "recognition_pkey" primary key ("id"), constraint CHK_recognition_stars check (stars IN (3, 4, 5)), constraint CHK_recognition_validity check (valid_from <= valid_to));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_recognition_decision_id" ON "recognition" ("decision_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_recognition_deleted_at" ON "recognition" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_recognition_product_id" ON "recognition" ("product_id") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "star_state" ("product_id" text not null, "fingerprint" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "star_state_pkey" primary key ("product_id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_star_state_deleted_at" ON "star_state" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `alter table if exists "recognition" add constraint "recognition_decision_id_foreign" foreign key ("decision_id") references "council_decision" ("id") on update cascade;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "recognition" drop constraint if exists "recognition_decision_id_foreign";`)

    this.addSql(`drop table if exists "council_decision" cascade;`)

    this.addSql(`drop table if exists "recognition" cascade;`)

    this.addSql(`drop table if exists "star_state" cascade;`)
  }
}
