import { Migration } from '@medusajs/framework/mikro-orm/migrations'

/** Columns of what the register shows, of revocation and extension; suspensions; one number a year and authority. */
export class Migration20261123181200 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table "council_decision" add column if not exists "kind" text check ("kind" in ('recognition', 'revocation', 'suspension', 'extension', 'correction')) not null default 'recognition', add column if not exists "year" integer, add column if not exists "province_code" text null, add column if not exists "signatories" jsonb null, add column if not exists "changes" jsonb null, add column if not exists "import_id" text null;`,
    )
    this.addSql(`update "council_decision" set "year" = left("date", 4)::int where "year" is null;`)
    this.addSql(`alter table "council_decision" alter column "year" set not null;`)
    this.addSql(`drop index if exists "IDX_council_decision_number_authority_unique";`)
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_council_decision_number_authority_year_unique" ON "council_decision" ("number", "authority", "year") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_council_decision_import_id" ON "council_decision" ("import_id") WHERE import_id IS NOT NULL;`,
    )

    this.addSql(`alter table "recognition" alter column "product_id" drop not null;`)
    this.addSql(
      `alter table "recognition" add column if not exists "product_code" text null, add column if not exists "producer_id" text null, add column if not exists "producer_name" text null, add column if not exists "province_code" text null, add column if not exists "sector" text null, add column if not exists "set_no" integer null, add column if not exists "revocation_ground" text null, add column if not exists "revoked_by_decision_id" text null, add column if not exists "extended_to" text null, add column if not exists "extended_by_decision_id" text null, add column if not exists "replaced_by" text null, add column if not exists "search_text" text not null default '';`,
    )
    this.addSql(
      `alter table "recognition" drop constraint if exists CHK_recognition_extension, add constraint CHK_recognition_extension check (extended_to is null or extended_to > valid_to);`,
    )
    // Prefixes of plain words: the embedded PostgreSQL has no trigrams.
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_recognition_search_text" ON "recognition" USING gin (to_tsvector('simple', search_text)) WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_recognition_register_order" ON "recognition" ("valid_from" DESC, "id" DESC) WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "recognition_suspension" ("id" text not null, "from" text not null, "to" text null, "reason" text not null, "decision_number" text not null, "decision_date" text not null, "authority" text not null, "decision_id" text null, "recognition_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "recognition_suspension_pkey" primary key ("id"), constraint CHK_recognition_suspension_days check ("to" is null or "from" <= "to"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_recognition_suspension_deleted_at" ON "recognition_suspension" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_recognition_suspension_recognition_id" ON "recognition_suspension" ("recognition_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `alter table if exists "recognition_suspension" add constraint "recognition_suspension_recognition_id_foreign" foreign key ("recognition_id") references "recognition" ("id") on update cascade on delete cascade;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "recognition_suspension" cascade;`)
    this.addSql(`delete from "recognition" where "product_id" is null;`)
    this.addSql(`drop index if exists "IDX_recognition_search_text";`)
    this.addSql(`drop index if exists "IDX_recognition_register_order";`)
    this.addSql(
      `alter table "recognition" drop constraint if exists CHK_recognition_extension, drop column "product_code", drop column "producer_id", drop column "producer_name", drop column "province_code", drop column "sector", drop column "set_no", drop column "revocation_ground", drop column "revoked_by_decision_id", drop column "extended_to", drop column "extended_by_decision_id", drop column "replaced_by", drop column "search_text", alter column "product_id" set not null;`,
    )
    this.addSql(`drop index if exists "IDX_council_decision_number_authority_year_unique";`)
    this.addSql(
      `alter table "council_decision" drop column "kind", drop column "year", drop column "province_code", drop column "signatories", drop column "changes", drop column "import_id";`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_council_decision_number_authority_unique" ON "council_decision" ("number", "authority") WHERE deleted_at IS NULL;`,
    )
  }
}
