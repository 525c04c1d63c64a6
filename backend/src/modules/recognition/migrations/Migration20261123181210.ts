import { Migration } from '@medusajs/framework/mikro-orm/migrations'

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`

/** Drafts of decisions, and files of past ones with their rows. */
export class Migration20261123181210 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "decision_draft" ("id" text not null, "kind" text check ("kind" in ('recognition', 'revocation', 'suspension', 'extension', 'correction')) not null, "authority" text not null, "level" text check ("level" in ('province', 'central')) not null, "province_code" text null, "legal_basis" text not null, "evaluation_ref" text null, "rows" jsonb not null, "state" text check ("state" in ('draft', 'signed', 'dropped')) not null default 'draft', "version" integer not null default 1, "drafted_by" text not null, "drafted_by_name" text not null, "signed_by" text null, "decision_id" text null, "sample" boolean not null default false, ${TIMES}, constraint "decision_draft_pkey" primary key ("id"), constraint CHK_decision_draft_four_eyes check (signed_by IS NULL OR signed_by <> drafted_by));`,
    )
    this.addSql(
      `create table if not exists "decision_import" ("id" text not null, "file_name" text not null, "format" text check ("format" in ('csv', 'xlsx')) not null, "sha256" text not null, "state" text check ("state" in ('checked', 'committed', 'undone')) not null default 'checked', "province_code" text null, "official_id" text not null, "official_name" text not null, "row_count" integer not null, "error_count" integer not null, "known_count" integer not null, "decision_count" integer not null, "matched_count" integer not null, "committed_at" timestamptz null, "undone_at" timestamptz null, "sample" boolean not null default false, ${TIMES}, constraint "decision_import_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "decision_import_row" ("id" text not null, "import_id" text not null, "row_no" integer not null, "cells" jsonb not null, "faults" jsonb not null, "outcome" text check ("outcome" in ('new', 'known', 'faulty')) not null, "result" jsonb null, "product_id" text null, ${TIMES}, constraint "decision_import_row_pkey" primary key ("id"));`,
    )
    for (const table of ['decision_draft', 'decision_import', 'decision_import_row']) {
      this.addSql(
        `CREATE INDEX IF NOT EXISTS "IDX_${table}_deleted_at" ON "${table}" ("deleted_at") WHERE deleted_at IS NULL;`,
      )
    }
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_decision_draft_state" ON "decision_draft" ("state", "province_code") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_decision_draft_decision_id" ON "decision_draft" ("decision_id") WHERE decision_id IS NOT NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_decision_import_province" ON "decision_import" ("province_code", "state") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_decision_import_row_no_unique" ON "decision_import_row" ("import_id", "row_no") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    for (const table of ['decision_import_row', 'decision_import', 'decision_draft']) {
      this.addSql(`drop table if exists "${table}" cascade;`)
    }
  }
}
